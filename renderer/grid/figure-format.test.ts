import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { createFigureFormat, isoWeekOf } from './figure-format.ts';

const format = createFigureFormat('en-GB', parseDay('2026-01-05'));

describe('figures', () => {
  it('GRD-5 show zero as a dash, negatives and changes with their sign, thousands apart', () => {
    expect([format.quantity(0, 2), format.quantity(-1234.5, 2), format.quantity(12, 3)]).toEqual(['–', '−1,234.5', '12']);
    expect([format.signed(12, 0), format.signed(-3, 0), format.signed(0, 0)]).toEqual(['+12', '−3', '–']);
    expect(format.money(1234.5)).toBe('1,234.50');
  });

  it('GRD-5 show days short, with the year where it is another', () => {
    expect([format.day(parseDay('2026-01-05')), format.day(parseDay('2027-02-03'))]).toEqual(['5 Jan', '3 Feb 27']);
    expect(format.longDay(parseDay('2026-01-05'))).toBe('Mon, 5 Jan 2026');
  });

  it('GRD-5 count weeks as ISO 8601 does', () => {
    const days = ['2026-01-05', '2025-12-29', '2027-01-01', '2024-12-31', '2026-12-31'];
    expect(days.map((day) => isoWeekOf(parseDay(day)))).toEqual([2, 1, 53, 1, 53]);
  });
});
