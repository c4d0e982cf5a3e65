import { describe, expect, it } from 'vitest';
import { formatMoment, formatShortDay } from './format-date.ts';
import { formatAxisFigure, formatFigure, formatMoney, formatSigned } from './format-figure.ts';

describe('figures and dates', () => {
  it('DSK-1 shows thousands, a true minus, and zero as a dash', () => {
    expect([1234.5, -1234.5, 0, 0.4, Number.NaN].map((value) => formatFigure(value))).toEqual(['1,235', '−1,235', '–', '–', '']);
    expect(formatFigure(0.25, 2)).toBe('0.25');
    expect([0, 0.5, 400_000, 2_500_000].map(formatAxisFigure)).toEqual(['0', '0.5', '400,000', '2.5M']);
  });
  it('DSK-1 shows changes with their sign and money with its currency', () => {
    expect([12, -3, 0].map((value) => formatSigned(value))).toEqual(['+12', '−3', '–']);
    expect(formatMoney(1250.4, 'EUR')).toBe('1,250 EUR');
  });
  it('DSK-1 writes days without doubt about month and day', () => {
    expect([formatShortDay(20458), formatShortDay(-1)]).toEqual(['Mon 5 Jan 26', '']);
  });
  it('DSK-1 names the day of a moment that is not today', () => {
    const now = new Date(2026, 0, 5, 12, 0);
    expect(formatMoment(new Date(2026, 0, 5, 9, 5).toISOString(), now)).toBe('09:05');
    expect(formatMoment(new Date(2026, 0, 4, 9, 5).toISOString(), now)).toBe('4 Jan 09:05');
  });
});
