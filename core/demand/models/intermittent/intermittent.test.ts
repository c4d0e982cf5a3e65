import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregationLevel } from './aggregation-level.ts';
import { forecastAdida } from './forecast-adida.ts';
import { crostonLevel, forecastCroston } from './forecast-croston.ts';
import { forecastImapa } from './forecast-imapa.ts';
import { forecastSba } from './forecast-sba.ts';
import { forecastTsb } from './forecast-tsb.ts';
import { smoothBuckets } from './smooth-buckets.ts';

describe('models of intermittent demand', () => {
  const spare = Float64Array.of(0, 4, 0, 0, 0, 8);

  it('DEM-27 DEM-28 divide the size by the interval, the second with its bias taken out', () => {
    expect(crostonLevel(spare, 0.5)).toBe(2);
    expect([...forecastCroston(spare, 2, { alpha: 0.5 })]).toEqual([2, 2]);
    expect([...forecastSba(spare, 2, { alpha: 0.5 })]).toEqual([1.5, 1.5]);
  });

  it('DEM-29 multiplies the size by the probability', () => {
    expect([...forecastTsb(Float64Array.of(0, 4, 0, 6), 2, { sizeAlpha: 0.5, probabilityAlpha: 0.5 })]).toEqual([
      3.28125, 3.28125,
    ]);
  });

  it('DEM-29 lets an item fade that stops selling, where Croston holds on', () => {
    const dying = Float64Array.of(...spare, ...new Array<number>(60).fill(0));
    const [tsb = 0] = forecastTsb(dying, 1, { sizeAlpha: 0.1, probabilityAlpha: 0.1 });
    expect(tsb).toBeLessThan(0.01);
    expect(crostonLevel(dying, 0.1)).toBe(crostonLevel(spare, 0.1));
  });

  it('DEM-30 DEM-31 smooth sums of periods, of one size or of all up to it', () => {
    const values = Float64Array.of(9, 1, 3, 4, 4);
    expect(smoothBuckets(values, 2, 0.5)).toBe(3);
    expect([...forecastAdida(values, 2, { alpha: 0.5, level: 2 })]).toEqual([3, 3]);
    expect([...forecastImapa(values, 2, { alpha: 0.5, level: 2 })]).toEqual([3.5, 3.5]);
    expect(smoothBuckets(values, 9, 0.5)).toBe(4.2);
  });

  it('DEM-30 sums as many periods as lie between demands', () => {
    expect(aggregationLevel(Float64Array.of(0, 0, 3, 0, 0, 2, 0))).toBe(3);
    expect(aggregationLevel(Float64Array.of(0, 1, 0, 0, 1))).toBe(2);
    expect(aggregationLevel(Float64Array.of(0, 0, 1, 0, 0, 0, 1))).toBe(4);
    expect(aggregationLevel(new Float64Array(5))).toBe(1);
  });

  it('DEM-27 to DEM-31 stay between nothing and the greatest demand', () => {
    const history = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(history, fc.double({ min: 0.01, max: 1, noNaN: true }), (demand, alpha) => {
        const values = Float64Array.from(demand);
        const forecasts = [
          forecastCroston(values, 1, { alpha }),
          forecastSba(values, 1, { alpha }),
          forecastTsb(values, 1, { sizeAlpha: alpha, probabilityAlpha: alpha }),
          forecastAdida(values, 1, { alpha }),
          forecastImapa(values, 1, { alpha }),
        ];
        for (const [level = NaN] of forecasts) {
          expect(level).toBeGreaterThanOrEqual(0);
          expect(level).toBeLessThanOrEqual(Math.max(...demand) + 1e-9);
        }
      }),
    );
  });
});
