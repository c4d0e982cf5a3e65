import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, mondayOf, parseDay, tryParseDay, weekdayOf } from './calendar-day.ts';

describe('calendar days', () => {
  it('counts days since 1970-01-01', () => {
    expect(parseDay('1970-01-02')).toBe(1);
    expect(tryParseDay('2026-01-05')).toBe(20458);
    expect(formatDay(20458)).toBe('2026-01-05');
  });

  it('refuses days that do not exist and other spellings', () => {
    expect(['2026-02-30', '2026-13-01', '2026-1-5', '05/01/2026', ''].map(tryParseDay)).toEqual(Array(5).fill(undefined));
    expect(() => parseDay('2026-02-30')).toThrow('"2026-02-30" is not a date. Write it as 2026-01-05.');
  });

  it('counts weekdays from Monday', () => {
    expect(weekdayOf(parseDay('2026-01-05'))).toBe(0);
    expect(weekdayOf(parseDay('1969-12-28'))).toBe(6);
    expect(mondayOf(parseDay('2026-01-07'))).toBe(parseDay('2026-01-05'));
  });

  it('reads back every day it writes', () => {
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => parseDay(formatDay(day)) === day));
  });
});
