import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';
import type { LotCosts } from './lot-costs.ts';

/**
 * How many periods the economic order quantity lasts at the mean demand, rounded, at least 1. `demand`: units per
 * period. Does not throw. Source: Silver, Pyke and Thomas, 4th ed., section 5.6 (periodic order quantity).
 *
 * @example economicPeriods([18, 30, 42, 5, 20], { orderCost: 80, holdingCost: 2 }) === 2 (42.9 at 23 a period)
 */
export function economicPeriods(demand: ArrayLike<number>, costs: LotCosts): number {
  const mean = meanDemand(demand);
  return mean > 0 ? Math.max(1, Math.round(economicOrderQuantity({ demand: mean, ...costs, pack: 0, minimum: 0 }) / mean)) : 1;
}

/**
 * Mean units per period; 0 for no periods. Does not throw.
 *
 * @example meanDemand([18, 30, 42, 5, 20]) === 23
 */
export function meanDemand(demand: ArrayLike<number>): number {
  let sum = 0;
  for (let period = 0; period < demand.length; period += 1) sum += demand[period] ?? 0;
  return demand.length === 0 ? 0 : sum / demand.length;
}
