import { tieTolerance, type LotCosts } from './lot-costs.ts';

/**
 * The period (excluded) up to which a lot for period `first` covers by Silver and Meal: it grows while the cost per
 * period does not rise. Without demand in `first` there is no lot: `first`. `demand`: units per period. O(periods), does
 * not throw. Source: Silver and Meal 1973; Silver, Pyke and Thomas, 4th ed., section 5.6.1.
 *
 * @example silverMealEnd([18, 30, 42, 5, 20], 0, { orderCost: 80, holdingCost: 2 }) === 2
 */
export function silverMealEnd(demand: ArrayLike<number>, first: number, { orderCost, holdingCost }: LotCosts): number {
  if (!((demand[first] ?? 0) > 0)) return first;
  let cost = orderCost;
  let perPeriod = orderCost;
  for (let period = first + 1; period < demand.length; period += 1) {
    cost += holdingCost * (demand[period] ?? 0) * (period - first);
    const next = cost / (period - first + 1);
    if (next > perPeriod * tieTolerance) return period;
    perPeriod = next;
  }
  return demand.length;
}
