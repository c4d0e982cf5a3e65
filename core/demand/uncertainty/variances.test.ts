import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { levelVariance } from './level-variance.ts';
import { trendVariance } from './trend-variance.ts';

const demand = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 80 });

describe('levelVariance', () => {
  it('is 1.4286 for a period of 1, 3, 1, 3', () => {
    expect(levelVariance(Float64Array.of(1, 3, 1, 3), 2, 1)).toBeCloseTo((4 / 3) * (1 + 1 / 14), 12);
  });

  it('DEM-73 adds the doubt about the level, which grows with the square of the periods', () => {
    const values = Float64Array.of(1, 3, 1, 3);
    expect(levelVariance(values, 2, 14)).toBeCloseTo((4 / 3) * (14 + 14), 12);
  });

  it('DEM-73 carries the scatter to the forecast level by the power 1.25, between a tenth and four times', () => {
    const values = Float64Array.of(1, 3, 1, 3);
    const ratioAt = (level: number) => levelVariance(values, level, 1) / levelVariance(values, 2, 1);
    expect(ratioAt(4)).toBeCloseTo(2 ** 1.25, 12);
    expect([ratioAt(1000), ratioAt(0)]).toEqual([expect.closeTo(4, 12), expect.closeTo(0.1, 12)]);
  });

  it('DEM-73 looks at the last year alone, and takes a single period for a count', () => {
    const calm = Float64Array.from({ length: 104 }, (_, week) => (week < 52 ? (week % 2) * 1000 : 1 + 2 * (week % 2)));
    expect(levelVariance(calm, 2, 1)).toBeCloseTo((52 / 51) * (1 + 1 / 14), 12);
    expect(levelVariance(Float64Array.of(5), 5, 3)).toBe(15);
  });

  it('DEM-73 is never below 0 and rises with the protection', () => {
    fc.assert(
      fc.property(
        demand,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (drawn, level, protection) => {
          const at = (periods: number) => levelVariance(Float64Array.from(drawn), level, periods);
          expect([at(protection) >= 0, at(protection + 1) >= at(protection)]).toEqual([true, true]);
        },
      ),
    );
  });
});

describe('trendVariance', () => {
  it('is 13 for two periods with variance 4 and constant 0.5', () => {
    expect(trendVariance(4, 0.5, 2)).toBe(13);
  });

  it('DEM-74 is H·σ² where the level does not move and σ²·Σj² where it follows every error', () => {
    expect([trendVariance(4, 0, 5), trendVariance(1, 1, 4)]).toEqual([20, 1 + 4 + 9 + 16]);
  });

  it('DEM-74 is what simple exponential smoothing does when it runs on', () => {
    const random = createRandom(5);
    const alpha = 0.3;
    const runs = 40_000;
    let squares = 0;
    for (let run = 0; run < runs; run += 1) {
      let level = 0;
      let total = 0;
      for (let period = 0; period < 6; period += 1) {
        const error = 2 * random.normal();
        total += level + error;
        level += alpha * error;
      }
      squares += total * total;
    }
    // Four standard errors of a variance from so many runs.
    const expected = trendVariance(4, alpha, 6);
    expect(Math.abs(squares / runs - expected)).toBeLessThan(4 * expected * Math.sqrt(2 / runs));
  });
});
