import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { economicPeriods, meanDemand } from './economic-periods.ts';
import { fixedLots } from './fixed-lots.ts';
import { leastUnitCostEnd } from './least-unit-cost-end.ts';
import { partPeriodEnd } from './part-period-end.ts';
import { scheduleCost } from './schedule-cost.ts';
import { scheduleLots } from './schedule-lots.ts';
import { silverMealEnd } from './silver-meal-end.ts';
import { lotSizingRules, sizeLots } from './size-lots.ts';
import { wagnerWhitinEnds } from './wagner-whitin-ends.ts';

const casings = [18, 30, 42, 5, 20];
const costs = { orderCost: 80, holdingCost: 2 };

describe('lot rules', () => {
  it('cover the turbine casings as Nahmias does (chapter 7)', () => {
    expect([...sizeLots('silver_meal', casings, costs)]).toEqual([48, 0, 47, 0, 20]);
    expect([...sizeLots('least_unit_cost', casings, costs)]).toEqual([48, 0, 42, 25, 0]);
    expect([...sizeLots('part_period_balancing', casings, costs)]).toEqual([48, 0, 67, 0, 0]);
    expect([silverMealEnd(casings, 0, costs), leastUnitCostEnd(casings, 0, costs), partPeriodEnd(casings, 2, costs)]).toEqual([
      2, 2, 5,
    ]);
    expect(scheduleCost(casings, [48, 0, 67, 0, 0], costs)).toBe(310);
  });

  it('cover two periods of a mean demand of 23, and lots of 43', () => {
    expect(meanDemand(casings)).toBe(23);
    expect(economicPeriods(casings, costs)).toBe(2);
    expect([...fixedLots(casings, 43)]).toEqual([43, 43, 43, 0, 0]);
    expect([...scheduleLots([18, 30, 42], (first) => first + 2)]).toEqual([48, 0, 42]);
  });

  it('start with 210 over two periods at an order cost of 500 (Snyder and Shen, example 3.9)', () => {
    expect(wagnerWhitinEnds([90, 120, 80, 70], { orderCost: 500, holdingCost: 2 })[0]).toBe(2);
  });

  it('go on at a tie of Silver-Meal and take the smaller lot at a tie of part-period balancing', () => {
    // 80 per period either way: 80 ÷ 1 and (80 + 2·40) ÷ 2.
    expect(silverMealEnd([10, 40], 0, costs)).toBe(2);
    // Holding 60 or 100 around an order cost of 80.
    expect(partPeriodEnd([10, 30, 10], 0, costs)).toBe(2);
  });

  it('order nothing for no demand, and each period by itself without costs', () => {
    for (const rule of lotSizingRules) {
      expect([...sizeLots(rule, [], costs)]).toEqual([]);
      expect([...sizeLots(rule, [0, 0], costs)]).toEqual([0, 0]);
    }
    for (const rule of ['fixed_eoq', 'periods_of_supply', 'wagner_whitin'] as const) {
      expect([...sizeLots(rule, [3, 0, 4], { orderCost: 0, holdingCost: 1 })]).toEqual([3, 0, 4]);
    }
  });
});

const demands = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
const anyCosts = fc.record({ orderCost: fc.integer({ min: 0, max: 90 }), holdingCost: fc.constantFrom(0, 0.5, 1, 2) });

/** The least cost over all sets of periods with an order. */
function leastCost(
  demand: readonly number[],
  lotCosts: { orderCost: number; holdingCost: number },
  unitCosts: readonly number[],
): number {
  let least = Infinity;
  for (let set = 0; set < 2 ** demand.length; set += 1) {
    const orders = demand.map(() => 0);
    let last = -1;
    const isFeasible = demand.every((units, period) => {
      if ((set >> period) % 2 === 1) last = period;
      if (last >= 0) orders[last] = (orders[last] ?? 0) + units;
      return last >= 0 || units === 0;
    });
    if (isFeasible) least = Math.min(least, scheduleCost(demand, orders, lotCosts, unitCosts));
  }
  return least;
}

describe('lots over any demand', () => {
  it('never run out, and order no more than the demand unless the lot is fixed', () => {
    fc.assert(
      fc.property(demands, anyCosts, fc.constantFrom(...lotSizingRules), (demand, lotCosts, rule) => {
        let stock = 0;
        for (const [period, order] of sizeLots(rule, demand, lotCosts).entries()) {
          expect(order === 0 || (demand[period] ?? 0) > 0).toBe(true);
          stock += order - (demand[period] ?? 0);
          expect(stock).toBeGreaterThanOrEqual(0);
        }
        if (rule !== 'fixed_eoq') expect(stock).toBe(0);
      }),
    );
  });

  it('Wagner-Whitin is as cheap as the cheapest of all sets of order periods, also with changing prices', () => {
    const prices = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(demands, anyCosts, prices, (demand, lotCosts, unitCosts) => {
        const ends = wagnerWhitinEnds(demand, lotCosts, unitCosts);
        const orders = scheduleLots(demand, (first) => ends[first] ?? first);
        expect(scheduleCost(demand, orders, lotCosts, unitCosts)).toBeCloseTo(leastCost(demand, lotCosts, unitCosts), 6);
      }),
    );
  });
});
