import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLevel } from './fit-level.ts';
import { fitLine } from './fit-line.ts';
import { forecastFittedLevel } from './forecast-fitted-level.ts';
import { forecastHoltWinters } from './forecast-holt-winters.ts';
import { forecastHolt } from './forecast-holt.ts';
import { forecastSes } from './forecast-ses.ts';
import { forecastTheta } from './forecast-theta.ts';
import { forecastTrend } from './forecast-trend.ts';
import { smoothHoltWinters, type HoltWintersParameters } from './smooth-holt-winters.ts';
import { smoothHolt } from './smooth-holt.ts';
import { smoothLevel } from './smooth-level.ts';

describe('exponential smoothing', () => {
  it('DEM-22 moves the level by a share of the error, from the first value or from a given level', () => {
    expect(smoothLevel(Float64Array.of(10, 20), 0.5)).toBe(15);
    expect([...forecastSes(Float64Array.of(10, 20), 2, { alpha: 0.5 })]).toEqual([15, 15]);
    expect([...forecastSes(Float64Array.of(10, 20), 1, { alpha: 0.5, level: 30 })]).toEqual([20]);
  });

  it('DEM-23 fits steady values without error', () => {
    expect(fitLevel(Float64Array.of(5, 5, 5, 5))).toMatchObject({ level: 5, sumOfSquares: 0 });
    expect([...forecastFittedLevel(Float64Array.of(5, 5, 5, 5), 2, {})]).toEqual([5, 5]);
  });

  it('DEM-23 fits no worse than the constant 0.2 from any start, and states the errors that smoothing makes', () => {
    const histories = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 1000 }), (history, start) => {
        const values = Float64Array.from(history);
        const errorsOf = (alpha: number, from: number) =>
          values.reduce((sum, value, period) => sum + (value - smoothLevel(values.subarray(0, period), alpha, from)) ** 2, 0);
        const fitted = fitLevel(values);
        expect(fitted.sumOfSquares).toBeCloseTo(errorsOf(fitted.alpha, fitted.start), 4);
        // The grid begins beside 0.2 and only goes down.
        expect(fitted.sumOfSquares).toBeLessThanOrEqual(errorsOf(0.0001 + (6 * 0.9998) / 32, start) + 1e-6);
      }),
    );
  });

  it('DEM-24 follows a trend, and lets it run out where it is damped', () => {
    const values = Float64Array.of(1, 3, 6);
    expect(smoothHolt(values, { alpha: 0.5, beta: 0.5 })).toEqual({ level: 5.5, trend: 2.25, sumOfSquares: 1 });
    expect([...forecastHolt(values, 2, { alpha: 0.5, beta: 0.5 })]).toEqual([7.75, 10]);
    expect([...forecastTrend(10, 4, 0.5, 2)]).toEqual([12, 13]);
    expect([...forecastHolt(Float64Array.of(1, 3), 2, { alpha: 0.5, beta: 0.5, damping: 0.5 })]).toEqual([4, 4.5]);
  });

  it('DEM-25 moves level, trend and season, the season against the new level', () => {
    const parameters: HoltWintersParameters = {
      alpha: 0.5,
      beta: 0.5,
      gamma: 0.5,
      period: 2,
      season: 'additive',
      start: { level: 2, trend: 1, indices: [-1, 1], used: 0 },
    };
    const values = Float64Array.of(2, 4);
    const state = smoothHoltWinters(values, parameters);
    expect({ ...state, indices: [...state.indices] }).toEqual({ level: 3.5, trend: 0.75, indices: [-1, 0.75], sumOfSquares: 1 });
    expect([...forecastHoltWinters(values, 2, parameters)]).toEqual([3.25, 5.75]);
  });

  it.each(['additive', 'multiplicative'] as const)('DEM-25 carries a line with an %s season on without error', (season) => {
    const indices = season === 'additive' ? [3, -1, -4, 2] : [1.5, 1, 0.5, 1];
    const valueAt = (period: number) => {
      const index = indices[period % 4] ?? 0;
      return season === 'additive' ? 10 + period + index : (10 + period) * index;
    };
    const parameters = { alpha: 0.3, beta: 0.2, gamma: 0.4, period: 4, season, start: { level: 9, trend: 1, indices, used: 0 } };
    const values = Float64Array.from({ length: 22 }, (_, period) => valueAt(period));
    expect(smoothHoltWinters(values, parameters).sumOfSquares).toBeCloseTo(0, 9);
    forecastHoltWinters(values, 6, parameters).forEach((value, step) => expect(value).toBeCloseTo(valueAt(22 + step), 9));
  });

  it('DEM-25 falls back to an additive season with values at 0, and to Holt without two seasons', () => {
    const constants = { alpha: 0.3, beta: 0.2, gamma: 0.4, period: 4 };
    const withZero = Float64Array.of(0, 2, 0, 2, 0, 2, 0, 2, 0, 2);
    expect(forecastHoltWinters(withZero, 3, { ...constants, season: 'multiplicative' })).toEqual(
      forecastHoltWinters(withZero, 3, { ...constants, season: 'additive' }),
    );
    const short = Float64Array.of(1, 3, 6);
    expect(forecastHoltWinters(short, 3, { ...constants, season: 'additive' })).toEqual(forecastHolt(short, 3, constants));
  });

  it('DEM-26 adds half the slope to the level of simple smoothing', () => {
    const [first = 0, second = 0] = forecastTheta(Float64Array.of(1, 2, 3, 4, 5, 6), 2, { period: 1 });
    expect(first).toBeCloseTo(6.5, 3);
    expect(second).toBeCloseTo(7, 3);
    expect(fitLine(Float64Array.of(3, 5, 7))).toEqual({ intercept: 1, slope: 2 });
  });

  it('DEM-26 leaves the season alone where an index is next to 0', () => {
    const stopping = Float64Array.from({ length: 20 }, (_, period) => 4 - 4 * Math.cos((period * Math.PI) / 2));
    expect([...forecastTheta(stopping, 4, { period: 4 })]).toEqual([...forecastTheta(stopping, 4, { period: 1 })]);
  });
});
