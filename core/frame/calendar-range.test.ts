import { describe, expect, it } from 'vitest';
import { calendarRange } from './calendar-range.ts';

const manifest = { planDay: 100, horizonDays: 28, currency: 'EUR' };

function laneOf(leadTimeDays: number): Parameters<typeof calendarRange>[1][number] {
  const row = { lead_time_days: leadTimeDays } as Parameters<typeof calendarRange>[1][number]['row']; // nothing else is read
  return { location: 0, row, sourceLocation: undefined, components: [] };
}

describe('calendarRange', () => {
  it('FRM-14 reaches to the end of the horizon and a quarter on both sides', () => {
    expect(calendarRange(manifest, [], [])).toEqual({ firstDay: 8, span: 212 });
  });

  it('FRM-14 holds a long lead time in working days of a calendar with one open day a week', () => {
    const { span } = calendarRange(manifest, [laneOf(40)], [{ weekdays: '0001000' }, { weekdays: '0000000' }]);
    expect(span).toBeGreaterThan(92 + 28 + 7 * 40);
  });
});
