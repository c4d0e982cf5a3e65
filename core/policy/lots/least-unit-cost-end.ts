import { tieTolerance, type LotCosts } from './lot-costs.ts';

/**
 * The period (excluded) up to which a lot for period `first` covers by least unit cost: it grows while the cost per
 * unit does not rise. Without demand in `first` there is no lot: `first`. `demand`: units per period. O(periods), does
 * not throw. Source: Nahmias, Production and Operations Analysis, chapter 7.
 *
 * @example leastUnitCostEnd([18, 30, 42, 5, 20], 0, { orderCost: 80, holdingCost: 2 }) === 2
 */
export function leastUnitCostEnd(demand: ArrayLike<number>, first: number, { orderCost, holdingCost }: LotCosts): number {
  let lot = demand[first] ?? 0;
  if (!(lot > 0)) return first;
  let cost = orderCost;
  let perUnit = cost / lot;
  for (let period = first + 1; period < demand.length; period += 1) {
    lot += demand[period] ?? 0;
    cost += holdingCost * (demand[period] ?? 0) * (period - first);
    const next = cost / lot;
    if (next > perUnit * tieTolerance) return period;
    perUnit = next;
  }
  return demand.length;
}
