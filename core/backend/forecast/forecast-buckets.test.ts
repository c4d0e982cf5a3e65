import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '#core/base/calendar-day.ts';
import { bucketKinds, forecastBuckets } from './forecast-buckets.ts';

describe('forecastBuckets', () => {
  const planDay = parseDay('2026-01-07');

  it('FCT-10 has days, weeks from Monday, and calendar months, from that of the plan day on', () => {
    const dates = bucketKinds.map((kind) => Array.from(forecastBuckets(kind, planDay, 2).horizon, formatDay));
    expect(dates).toEqual([
      ['2026-01-07', '2026-01-08'],
      ['2026-01-05', '2026-01-12'],
      ['2026-01-01', '2026-02-01'],
    ]);
  });

  it('FCT-11 looks back two years of days, five of weeks and ten of months', () => {
    const starts = bucketKinds.map((kind) => {
      const { history } = forecastBuckets(kind, planDay, 1);
      return [history.length - 1, formatDay(history[0] ?? 0), formatDay(history.at(-1) ?? 0)];
    });
    expect(starts).toEqual([
      [730, '2024-01-08', '2026-01-07'],
      [260, '2021-01-11', '2026-01-05'],
      [120, '2016-01-01', '2026-01-01'],
    ]);
  });

  it('FCT-10 goes on from history without a gap, for as many buckets as are asked', () => {
    const days = fc.integer({ min: 5000, max: 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...bucketKinds), days, fc.integer({ min: 1, max: 40 }), (kind, day, count) => {
        const { history, horizon } = forecastBuckets(kind, day, count);
        expect([horizon.length, horizon[0], (horizon[0] ?? 0) <= day]).toEqual([count, history.at(-1), true]);
        const starts = [...history, ...horizon.subarray(1)];
        expect(starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0))).toBe(true);
      }),
    );
  });
});
