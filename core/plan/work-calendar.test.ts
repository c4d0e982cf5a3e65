import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '#core/base/calendar-day.ts';
import { calendarLeadDays } from '#core/frame/calendar-lead-days.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { createWorkCalendars, type WorkCalendars } from './work-calendar.ts';

async function mondayToFriday(): Promise<WorkCalendars> {
  const source = createMemoryPackage(
    { planDay: parseDay('2026-01-05'), horizonDays: 28, currency: 'EUR' },
    {
      calendars: [{ calendar_id: 'WEEK', weekdays: '1111100' }],
      calendar_days: [{ calendar_id: 'WEEK', date: parseDay('2026-01-14'), open: 0 }],
      sites: [{ site_id: 'DC', calendar_id: 'WEEK' }],
    },
  );
  return createWorkCalendars(openFrame(await buildFrame(source, 1)));
}

describe('createWorkCalendars', () => {
  it('PLN-7 counts working days over a weekend, forward and back', async () => {
    const calendars = await mondayToFriday();
    const friday = parseDay('2026-01-09');
    expect(formatDay(calendars.addOpenDays(1, friday, 1))).toBe('2026-01-12');
    expect(formatDay(calendars.subtractOpenDays(1, parseDay('2026-01-12'), 1))).toBe('2026-01-09');
    expect(formatDay(calendars.subtractOpenDays(1, parseDay('2026-01-11'), 1))).toBe('2026-01-08');
    expect(calendars.addOpenDays(1, friday, 0)).toBe(friday);
  });

  it('PLN-7 moves a closed day back to the last and on to the next open one', async () => {
    const calendars = await mondayToFriday();
    const holiday = parseDay('2026-01-14');
    expect(formatDay(calendars.lastOpen(1, holiday))).toBe('2026-01-13');
    expect(formatDay(calendars.nextOpen(1, holiday))).toBe('2026-01-15');
    expect(calendars.nextOpen(0, holiday)).toBe(holiday);
  });

  it('PLN-7 dates an order of the plan day as the calendar days of its lane say', async () => {
    const first = parseDay('2026-01-05');
    const source = createMemoryPackage(
      { planDay: first, horizonDays: 28, currency: 'EUR' },
      {
        calendars: [{ calendar_id: 'WEEK', weekdays: '1111100' }],
        calendar_days: [14, 15, 29].map((day) => ({ calendar_id: 'WEEK', date: first + day, open: 0 })),
        sites: [{ site_id: 'DC', calendar_id: 'WEEK' }],
        suppliers: [{ supplier_id: 'V' }],
        items: [{ item_id: 'A' }],
        stock: [{ item_id: 'A', site_id: 'DC', qty: 1 }],
        lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'V', lead_time_days: 1, lead_time_basis: 'working' }],
      },
    );
    const frame = openFrame(await buildFrame(source, 1));
    const calendars = createWorkCalendars(frame);
    for (const days of [0, 1, 4, 5, 9, 10, 11, 40, 900]) {
      const lane = { ...frame, laneLeadTimeDays: Uint16Array.of(days) };
      expect(calendarLeadDays(lane, 0, 0)).toBe(calendars.addOpenDays(frame.siteCalendar[0] ?? 0, first, days) - first);
      expect(calendarLeadDays({ ...lane, laneWorkingDays: Uint8Array.of(0) }, 0, 0)).toBe(days);
    }
  });

  it('takes every day as open where the calendar ends', async () => {
    const calendars = await mondayToFriday();
    const far = parseDay('2050-01-01');
    expect(calendars.addOpenDays(1, far, 5)).toBe(far + 5);
    expect(calendars.subtractOpenDays(1, parseDay('1990-01-01'), 3)).toBe(parseDay('1990-01-01') - 3);
  });
});
