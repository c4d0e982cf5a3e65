import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestReorderPoint, cheapestPosition } from './best-reorder-point.ts';
import { bestReorderPolicy } from './best-reorder-policy.ts';
import { bestWholePolicy } from './best-whole-policy.ts';
import { policyByBackorders } from './policy-by-backorders.ts';
import { policyByLoss } from './policy-by-loss.ts';
import { costByShortage, policyByShortageCost } from './policy-by-shortage-cost.ts';
import { policyBySafetyStock } from './policy-by-safety-stock.ts';
import { positionCost, reorderCost, wholeReorderCost } from './reorder-cost.ts';
import { settlePolicy } from './settle-policy.ts';
import { gammaDistribution } from '#core/statistics/gamma-distribution.ts';
import { lognormalDistribution } from '#core/statistics/lognormal-distribution.ts';
import { negativeBinomialDistribution } from '#core/statistics/negative-binomial-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';

const example51 = {
  orderCost: 8,
  holdingCost: 0.225,
  waitingCost: 7.5,
  demandRate: 1300,
  leadTimeDemand: normalDistribution(1300 / 12, 150 / Math.sqrt(12)),
};
const problem51 = {
  orderCost: 50,
  holdingCost: 3.1,
  waitingCost: 45,
  demandRate: 800,
  leadTimeDemand: normalDistribution((800 * 4) / 365, 40 * Math.sqrt(4 / 365)),
};
const orderedOften = {
  orderCost: 2,
  holdingCost: 1,
  waitingCost: 9,
  demandRate: 50,
  leadTimeDemand: normalDistribution(100, 20),
};
const problem52 = { orderCost: 4, holdingCost: 4, waitingCost: 28, demandRate: 12, leadTimeDemand: poissonDistribution(6) };

const systems = fc.record({
  orderCost: fc.double({ min: 0.5, max: 200, noNaN: true }),
  holdingCost: fc.double({ min: 0.05, max: 5, noNaN: true }),
  waitingCost: fc.double({ min: 0.5, max: 100, noNaN: true }),
  demandRate: fc.double({ min: 5, max: 500, noNaN: true }),
});

describe('reorder policy', () => {
  it('POL-17 costs 22.69 a year to have a position of 200 (Snyder and Shen, example 5.1)', () => {
    expect(positionCost(example51, 200)).toBeCloseTo(22.68946056661099, 9);
  });

  it('POL-17 is the average of the costs of its positions', () => {
    const { orderCost, demandRate } = problem51;
    for (const leadTimeDemand of [problem51.leadTimeDemand, gammaDistribution(9, 40), lognormalDistribution(2, 0.5)]) {
      const system = { ...problem51, leadTimeDemand };
      const steps = 20_000;
      let sum = 0;
      for (let step = 0; step < steps; step += 1) sum += positionCost(system, -4 + (170 * (step + 0.5)) / steps) / steps;
      const cost = reorderCost(system, { reorderPoint: -4, orderQty: 170 });
      expect(Math.abs(cost / (sum + (orderCost * demandRate) / 170) - 1)).toBeLessThan(1e-6);
    }
  });

  it('POL-18 the best point costs as much as the position an order above it', () => {
    expect(bestReorderPoint(example51, 150)).toBeCloseTo(147.195, 3);
    expect(cheapestPosition(example51)).toBeCloseTo(190.3369965715624, 9);
    fc.assert(
      fc.property(systems, fc.double({ min: 0, max: 500, noNaN: true }), (costs, orderQty) => {
        const system = { ...costs, leadTimeDemand: gammaDistribution(30, 200) };
        const point = bestReorderPoint(system, orderQty);
        const [low, high] = [positionCost(system, point), positionCost(system, point + orderQty)];
        expect(Math.abs(low - high)).toBeLessThan(1e-9 * (1 + high));
      }),
    );
  });

  it.each([
    ['example 5.1 of Snyder and Shen', example51, 126.86706, 328.44914, 78.07114627],
    ['problem 5.1 of Snyder and Shen', problem51, -1.98587, 166.9501, 484.21104184],
    ['an item ordered often', orderedOften, 114.95198, 24.52039, 41.29436906],
  ])('POL-19 finds the policy of least cost of %s (minimised by simplex with scipy)', (_, system, point, quantity, cost) => {
    const best = bestReorderPolicy(system);
    expect(best.reorderPoint).toBeCloseTo(point, 4);
    expect(best.orderQty).toBeCloseTo(quantity, 4);
    expect(best.cost).toBeCloseTo(cost, 7);
  });

  it('POL-19 no approximation and no neighbour costs less', () => {
    const away = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(systems, away, away, (costs, pointAway, qtyAway) => {
        for (const leadTimeDemand of [normalDistribution(30, 9), gammaDistribution(30, 400)]) {
          const system = { ...costs, leadTimeDemand };
          const best = bestReorderPolicy(system);
          const neighbour = {
            reorderPoint: best.reorderPoint + 30 * pointAway,
            orderQty: best.orderQty * (1 + qtyAway),
          };
          const others = [neighbour, policyBySafetyStock(system), policyByBackorders(system), policyByLoss(system)];
          expect(best.cost).toBeCloseTo(reorderCost(system, best), 9);
          for (const other of others) expect(reorderCost(system, other)).toBeGreaterThanOrEqual(best.cost * (1 - 1e-11));
        }
      }),
    );
  });

  it('POL-19 without order cost every unit is ordered as it is sold', () => {
    const found = bestReorderPolicy({ ...problem51, orderCost: 0 });
    expect(found).toMatchObject({ reorderPoint: cheapestPosition(problem51), orderQty: 0 });
  });

  it('POL-19 whole demand: no pair of whole numbers costs less (by enumeration)', () => {
    const orderCost = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(systems, orderCost, (costs, ordering) => {
        for (const leadTimeDemand of [poissonDistribution(6), negativeBinomialDistribution(5, 15)]) {
          const system = { ...costs, orderCost: ordering / costs.demandRate, leadTimeDemand };
          const best = bestWholePolicy(system);
          expect(best.cost).toBeCloseTo(wholeReorderCost(system, best), 9);
          for (let orderQty = 1; orderQty <= best.orderQty + 5; orderQty += 1) {
            for (let reorderPoint = best.reorderPoint - 8; reorderPoint <= best.reorderPoint + 8; reorderPoint += 1) {
              expect(wholeReorderCost(system, { reorderPoint, orderQty })).toBeGreaterThanOrEqual(best.cost - 1e-9);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(bestWholePolicy({ ...problem52, orderCost: 0 })).toMatchObject({ reorderPoint: 8, orderQty: 1 });
    expect(wholeReorderCost(problem52, { reorderPoint: 6, orderQty: 7 })).toBeCloseTo(28.2413, 4);
  });

  it('POL-20 weighs shortages by the unit, and gives up where they cost too little', () => {
    const mustard = { orderCost: 50, holdingCost: 2, demandRate: 200, leadTimeDemand: normalDistribution(100, 25) };
    const system = { ...mustard, shortageCost: 25 };
    const found = policyByShortageCost(system);
    expect(found?.orderQty).toBeCloseTo(110.77, 2);
    const best = costByShortage(system, found ?? { reorderPoint: 0, orderQty: 0 });
    for (const [point, qty] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const other = { reorderPoint: (found?.reorderPoint ?? 0) + point, orderQty: (found?.orderQty ?? 0) + qty };
      expect(costByShortage(system, other)).toBeGreaterThan(best);
    }
    expect(policyByShortageCost({ ...mustard, shortageCost: 0.5 })).toBeUndefined();
    expect(() => policyByShortageCost({ ...mustard, shortageCost: 0 })).toThrow('above 0');
  });

  it('settles where an improvement changes nothing', () => {
    const item = { demandRate: 200, orderCost: 50, holdingCost: 2 };
    const found = settlePolicy(item, (orderQty) => ({ reorderPoint: 0, orderQty: (orderQty + 64) / 2 }));
    expect(found.orderQty).toBeCloseTo(64, 9);
  });
});
