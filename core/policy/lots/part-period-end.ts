import type { LotCosts } from './lot-costs.ts';

/**
 * The period (excluded) up to which a lot for period `first` covers by part-period balancing: the lot whose cost of
 * holding comes closest to the order cost, the smaller lot at a tie. Without demand in `first` there is no lot: `first`.
 * `demand`: units per period. O(periods), does not throw.
 * Source: DeMatteis 1968, IBM Systems Journal 7; Nahmias, Production and Operations Analysis, chapter 7.
 *
 * @example partPeriodEnd([18, 30, 42, 5, 20], 2, { orderCost: 80, holdingCost: 2 }) === 5
 */
export function partPeriodEnd(demand: ArrayLike<number>, first: number, { orderCost, holdingCost }: LotCosts): number {
  if (!((demand[first] ?? 0) > 0)) return first;
  let held = 0;
  for (let period = first + 1; period < demand.length; period += 1) {
    const next = held + holdingCost * (demand[period] ?? 0) * (period - first);
    if (next > orderCost) return next - orderCost < orderCost - held ? period + 1 : period;
    held = next;
  }
  return demand.length;
}
