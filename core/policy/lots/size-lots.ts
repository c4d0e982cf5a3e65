import { assertNever } from '#core/base/assert-never.ts';
import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';
import { economicPeriods, meanDemand } from './economic-periods.ts';
import { fixedLots } from './fixed-lots.ts';
import { leastUnitCostEnd } from './least-unit-cost-end.ts';
import type { LotCosts } from './lot-costs.ts';
import { partPeriodEnd } from './part-period-end.ts';
import { scheduleLots } from './schedule-lots.ts';
import { silverMealEnd } from './silver-meal-end.ts';
import { wagnerWhitinEnds } from './wagner-whitin-ends.ts';

/** The ways to group a changing demand into lots. */
export const lotSizingRules = [
  'lot_for_lot',
  'fixed_eoq',
  'periods_of_supply',
  'silver_meal',
  'least_unit_cost',
  'part_period_balancing',
  'wagner_whitin',
] as const;

export type LotSizingRule = (typeof lotSizingRules)[number];

/**
 * What is received in each period under a lot rule. `demand`: units per period, at or above 0, starting without stock;
 * the result has the same length. `fixed_eoq` rounds the economic quantity of the mean demand to a whole unit,
 * `periods_of_supply` counts periods from each order. `wagner_whitin` is O(periods²), the others O(periods). Does not throw.
 *
 * @example sizeLots('silver_meal', [18, 30, 42, 5, 20], { orderCost: 80, holdingCost: 2 }) is [48, 0, 47, 0, 20]
 */
export function sizeLots(rule: LotSizingRule, demand: ArrayLike<number>, costs: LotCosts): Float64Array {
  switch (rule) {
    case 'lot_for_lot':
      return scheduleLots(demand, (first) => first + 1);
    case 'fixed_eoq': {
      const lot = economicOrderQuantity({ demand: meanDemand(demand), ...costs, pack: 0, minimum: 0 });
      return fixedLots(demand, lot > 0 ? Math.max(1, Math.round(lot)) : 0);
    }
    case 'periods_of_supply': {
      const periods = economicPeriods(demand, costs);
      return scheduleLots(demand, (first) => ((demand[first] ?? 0) > 0 ? first + periods : first));
    }
    case 'silver_meal':
      return scheduleLots(demand, (first) => silverMealEnd(demand, first, costs));
    case 'least_unit_cost':
      return scheduleLots(demand, (first) => leastUnitCostEnd(demand, first, costs));
    case 'part_period_balancing':
      return scheduleLots(demand, (first) => partPeriodEnd(demand, first, costs));
    case 'wagner_whitin': {
      const ends = wagnerWhitinEnds(demand, costs);
      return scheduleLots(demand, (first) => ends[first] ?? first);
    }
    default:
      return assertNever(rule);
  }
}
