import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseStock } from './base-stock.ts';
import { newsvendorCost } from './newsvendor-cost.ts';
import { newsvendor } from './newsvendor.ts';
import { seasonProfit } from './season-profit.ts';
import { gammaDistribution } from '#core/statistics/gamma-distribution.ts';
import { negativeBinomialDistribution } from '#core/statistics/negative-binomial-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';

const newspapers = { overageCost: 0.18, underageCost: 0.7 };

describe('newsvendor', () => {
  it('POL-15 costs 2.8085 to have the mean of 50 ± 8, and 1.9976 at the best quantity (Snyder and Shen, example 4.3)', () => {
    expect(newsvendorCost(normalDistribution(50, 8), newspapers, 50)).toBeCloseTo(0.88 * 8 * 0.3989422804014327, 9);
    expect(newsvendor(normalDistribution(50, 8), newspapers).quantity).toBeCloseTo(56.604, 3);
  });

  it('POL-15 no other quantity costs less, whatever the demand', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const mean = fc.double({ min: 0.5, max: 500, noNaN: true });
    const step = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, mean, step, (ratio, m, away) => {
        const costs = { overageCost: 1 - ratio, underageCost: ratio };
        for (const demand of [gammaDistribution(m, m * 3), negativeBinomialDistribution(m, m * 3), normalDistribution(m, 3)]) {
          const best = newsvendor(demand, costs);
          expect(best.criticalRatio).toBeCloseTo(ratio, 12);
          expect(newsvendorCost(demand, costs, best.quantity + away)).toBeGreaterThanOrEqual(best.cost - 1e-9 * m);
        }
      }),
    );
  });

  it('POL-15 the profit of a season is its margin less what too much and too little cost', () => {
    const found = seasonProfit(normalDistribution(50, 8), { revenue: 1, purchaseCost: 0.3, salvageValue: 0.12 });
    expect(found.profit).toBeCloseTo(33.002, 3);
    expect(found.profit).toBeCloseTo(0.7 * 50 - found.cost, 12);
  });

  it('POL-16 a base stock without lead time is a newsvendor', () => {
    const inputs = { demandPerPeriod: 50, demandSdPerPeriod: 8, holdingCost: 0.18, waitingCost: 0.7 };
    expect(baseStock({ ...inputs, leadTimePeriods: 0 })).toEqual(newsvendor(normalDistribution(50, 8), newspapers));
    expect(baseStock({ ...inputs, leadTimePeriods: 4 }).quantity).toBeCloseTo(264.767, 3);
  });

  it('refuses costs and prices that say nothing', () => {
    const demand = normalDistribution(50, 8);
    expect(() => newsvendor(demand, { overageCost: 0, underageCost: 0 })).toThrow('costs something');
    expect(() => newsvendor(demand, { overageCost: -1, underageCost: 2 })).toThrow('costs something');
    expect(() => seasonProfit(demand, { revenue: 1, purchaseCost: 2, salvageValue: 0 })).toThrow('sells above');
  });
});
