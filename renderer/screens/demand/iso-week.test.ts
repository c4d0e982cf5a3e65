import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { isoWeekOf } from './iso-week.ts';

describe('isoWeekOf', () => {
  it.each([
    ['2026-01-05', 2],
    ['2026-01-01', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ] as const)('DSK-23 %s lies in week %i', (day, week) => {
    expect(isoWeekOf(parseDay(day))).toBe(week);
  });
});
