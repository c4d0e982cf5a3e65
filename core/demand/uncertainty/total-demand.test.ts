import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from './total-demand.ts';

describe('distributionOf', () => {
  it('DEM-75 is negative binomial for whole units', () => {
    const distribution = distributionOf({ mean: 4, variance: 12, whole: true });
    expect([distribution.quantile(0.95), distribution.mean, distribution.variance]).toEqual([11, 4, 12]);
  });

  it('DEM-75 is gamma for what is measured, and for counts above a hundred thousand', () => {
    expect(distributionOf({ mean: 100, variance: 2500, whole: false }).quantile(0.95)).toBeCloseTo(193.84, 2);
    const plenty = distributionOf({ mean: 1e6, variance: 1e8, whole: true }).quantile(0.95);
    expect([Number.isInteger(plenty), Math.abs(plenty - 1_016_500) < 200]).toEqual([false, true]);
  });

  it('DEM-75 does not let a count vary less than its mean', () => {
    expect(distributionOf({ mean: 28, variance: 0, whole: true }).variance).toBeCloseTo(28.28, 9);
  });

  it('DEM-75 gives a forecast of nothing a distribution as well', () => {
    for (const whole of [true, false]) {
      const nothing = distributionOf({ mean: 0, variance: 0, whole });
      expect([nothing.quantile(0.5), nothing.quantile(0.99)]).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6)]);
      expect(distributionOf({ mean: 0, variance: 5, whole }).quantile(0.95)).toBeCloseTo(0, 6);
    }
  });

  it('DEM-75 has quantiles that rise with the probability and lie where it says', () => {
    const positive = fc.double({ min: 0.01, max: 5000, noNaN: true });
    const shares = fc.tuple(fc.double({ min: 0.01, max: 0.995, noNaN: true }), fc.double({ min: 0.01, max: 0.995, noNaN: true }));
    fc.assert(
      fc.property(positive, positive, fc.boolean(), shares, (mean, variance, whole, [one, other]) => {
        const distribution = distributionOf({ mean, variance, whole });
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [lower, upper] = [distribution.quantile(low), distribution.quantile(high)];
        expect([lower >= 0, upper >= lower * (1 - 1e-9)]).toEqual([true, true]);
        // Of a very skewed gamma the lowest quantiles are too small for a number.
        if (whole || upper > 1e-200) expect(distribution.cumulative(upper)).toBeGreaterThanOrEqual(high - 1e-6);
        if (whole && upper > 0) expect(distribution.cumulative(upper - 1)).toBeLessThan(high + 1e-9);
      }),
    );
  });
});
