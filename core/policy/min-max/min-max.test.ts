import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discreteDistribution } from '#core/statistics/discrete-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';
import { bestMinMax } from './best-min-max.ts';
import { cycleCostPerPeriod, minMaxCost } from './min-max-cost.ts';
import { positionCost } from './position-cost.ts';
import { powerMinMax } from './power-min-max.ts';
import { renewalRates } from './renewal-rates.ts';

const six = poissonDistribution(6);
const example = { orderCost: 5, demand: six, positionCost: positionCost(1, 4, six) };

describe('min-max levels', () => {
  it('POL-30 spends 2 periods at each position when every other period asks for one unit', () => {
    const coin = discreteDistribution([0.5, 0.5]);
    const rates = renewalRates(coin);
    expect([rates(3), rates(0)]).toEqual([2, 2]);
    expect(positionCost(1, 4, coin)(1)).toBe(0.5);
    expect([-3, 0, 5].map(positionCost(1, 4, coin))).toEqual([14, 2, 4.5]);
  });

  it('POL-30 costs 8.0341 at (4, 10), the best, for Poisson 6 (Snyder and Shen, example 4.7)', () => {
    expect(bestMinMax(example)).toEqual({ min: 4, max: 10, cost: minMaxCost(example, { min: 4, max: 10 }) });
    expect(cycleCostPerPeriod(example, renewalRates(six), { min: 4, max: 10 })).toBeCloseTo(8.034111561471642, 9);
  });

  it('POL-30 orders up to one level in every period without an order cost', () => {
    const free = bestMinMax({ ...example, orderCost: 0 });
    expect(free.max - free.min).toBe(1);
    expect(free.cost).toBeCloseTo(example.positionCost(free.max), 12);
  });

  it('needs a demand', () => {
    expect(() => bestMinMax({ ...example, demand: discreteDistribution([1]) })).toThrow('needs a demand');
  });

  it('POL-31 is 40.19 and 74.29 for 50 ± 8 (Snyder and Shen, example 4.8), and 56.61 at most with the cap', () => {
    const inputs = { orderCost: 2.5, holdingCost: 0.18, stockoutCost: 0.7, demandMean: 50, protectionMean: 50, protectionSd: 8 };
    const plain = powerMinMax({ ...inputs, capsSmallLots: false });
    expect(plain.min).toBeCloseTo(40.19461695647407, 9);
    expect(plain.max).toBeCloseTo(74.29017010980579, 9);
    const capped = powerMinMax({ ...inputs, capsSmallLots: true });
    expect(capped.min).toBe(plain.min);
    expect(capped.max).toBeCloseTo(normalDistribution(50, 8).quantile(0.7 / 0.88), 9);
    expect(powerMinMax({ ...inputs, orderCost: 90, capsSmallLots: true })).toEqual(
      powerMinMax({ ...inputs, orderCost: 90, capsSmallLots: false }),
    );
    expect(() => powerMinMax({ ...inputs, protectionSd: 0, capsSmallLots: true })).toThrow('values above 0');
  });
});

/** Demand of at most 6 units a period, positive for some. */
const demands = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }))
  .filter(([, weights]) => weights.some((weight) => weight > 0))
  .map(([none, weights]) => discreteDistribution([none, ...weights]));

describe('min-max levels over any demand', () => {
  it('POL-30 are as cheap as the cheapest pair of levels by enumeration', () => {
    const costs = fc.record({
      orderCost: fc.integer({ min: 0, max: 40 }),
      holding: fc.integer({ min: 1, max: 5 }),
      stockout: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(demands, demands, costs, (demand, protection, { orderCost, holding, stockout }) => {
        const system = { orderCost, demand, positionCost: positionCost(holding, stockout, protection) };
        const found = bestMinMax(system);
        let least = Infinity;
        for (let min = -25; min <= 8; min += 1) {
          for (let max = min + 1; max <= 45; max += 1) least = Math.min(least, minMaxCost(system, { min, max }));
        }
        expect(found.cost).toBeCloseTo(least, 9);
        expect(minMaxCost(system, found)).toBe(found.cost);
      }),
      { numRuns: 40 },
    );
  });
});
