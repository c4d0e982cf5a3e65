import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderUpToForFillRate } from './order-up-to-for-fill-rate.ts';
import { periodicFillRate } from './periodic-fill-rate.ts';
import { gammaDistribution } from '#core/statistics/gamma-distribution.ts';
import { negativeBinomialDistribution } from '#core/statistics/negative-binomial-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';

const families = [
  (mean: number, variance: number) => normalDistribution(mean, Math.sqrt(variance)),
  gammaDistribution,
  negativeBinomialDistribution,
];

describe('periodic review', () => {
  it('POL-13 finds the order-up-to level of every fill rate', () => {
    const share = fc.double({ min: 0.3, max: 0.9999, noNaN: true });
    const ratio = fc.double({ min: 1.1, max: 4, noNaN: true });
    const mean = fc.double({ min: 1, max: 1000, noNaN: true });
    const periods = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(share, ratio, mean, periods, fc.integer({ min: 1, max: 8 }), (target, r, m, leadTime, review) => {
        for (const family of families) {
          const demand = {
            untilNextArrival: family((review + leadTime) * m, (review + leadTime) * m * r),
            untilArrival: family(leadTime * m, leadTime * m * r),
          };
          expect(periodicFillRate(demand, orderUpToForFillRate(demand, target))).toBeCloseTo(target, 9);
        }
      }),
    );
  });

  it('POL-13 delivers what is there of certain demand', () => {
    const demand = { untilNextArrival: normalDistribution(10, 0), untilArrival: normalDistribution(6, 0) };
    expect([periodicFillRate(demand, 10), periodicFillRate(demand, 9), periodicFillRate(demand, 6)]).toEqual([1, 0.75, 0]);
    expect(orderUpToForFillRate(demand, 0.75)).toBeCloseTo(9, 12);
  });

  it('POL-13 equals what whole demand gets unit by unit', () => {
    // Review 1, lead time 0: the stock is 3 at the begin of each period, so min(D, 3) units are delivered.
    const period = poissonDistribution(2);
    let delivered = 0;
    for (let n = 0; n < 60; n += 1) delivered += period.probability(n) * Math.min(n, 3);
    const demand = { untilNextArrival: period, untilArrival: poissonDistribution(0) };
    expect(periodicFillRate(demand, 3)).toBeCloseTo(delivered / 2, 12);
  });

  it('refuses a target that no stock reaches', () => {
    const demand = { untilNextArrival: normalDistribution(10, 3), untilArrival: normalDistribution(6, 2) };
    for (const target of [0, 1, NaN]) expect(() => orderUpToForFillRate(demand, target)).toThrow('between 0 and 1');
  });
});
