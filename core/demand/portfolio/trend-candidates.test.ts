import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTrendCandidates, forecastTrendCandidates, trendCandidates } from './trend-candidates.ts';

function forecastsOf(values: Float64Array, season: number, horizon: number): Readonly<Record<string, readonly number[]>> {
  const ensemble = fitTrendCandidates(values, values.length, season);
  const all = forecastTrendCandidates(values, values.length, season, ensemble, horizon);
  return Object.fromEntries(trendCandidates.map((name, index) => [name, [...(all[index] ?? [])]]));
}

describe('forecastTrendCandidates', () => {
  it('DEM-67 tries naive, seasonal naive, the mean of a year of months, smoothing, Theta, and the mean of the last two', () => {
    const values = Float64Array.from({ length: 36 }, (_, month) => 50 + month + 10 * Math.sin((Math.PI * month) / 6));
    const forecasts = forecastsOf(values, 12, 3);
    expect(forecasts['naive']).toEqual(new Array<number>(3).fill(values[35] ?? 0));
    expect(forecasts['seasonal_naive']).toEqual([...values.subarray(24, 27)]);
    expect(forecasts['moving_average_12']?.[0]).toBeCloseTo(values.subarray(24).reduce((sum, value) => sum + value, 0) / 12, 9);
    forecasts['smoothing_and_theta']?.forEach((value, step) => {
      expect(value).toBeCloseTo(((forecasts['exponential_smoothing']?.[step] ?? 0) + (forecasts['theta']?.[step] ?? 0)) / 2, 9);
    });
  });

  it('DEM-68 forecasts nothing below 0', () => {
    const falling = Float64Array.from({ length: 24 }, (_, period) => 100 - 4 * period);
    for (const forecast of Object.values(forecastsOf(falling, 1, 30))) expect(Math.min(...forecast)).toBeGreaterThanOrEqual(0);
    expect(forecastsOf(falling, 1, 30)['smoothing_and_theta']?.at(-1)).toBe(0);
  });

  it('DEM-72 sees nothing from the end on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 30, maxLength: 40 }), (drawn) => {
        const values = Float64Array.from(drawn);
        const other = values.slice().fill(999, 26);
        const at = (series: Float64Array) => forecastTrendCandidates(series, 26, 12, fitTrendCandidates(series, 26, 12), 4);
        expect(at(other)).toEqual(at(values));
      }),
      { numRuns: 20 },
    );
  });
});
