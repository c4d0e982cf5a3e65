import type { LotCosts } from './lot-costs.ts';

/**
 * What a schedule costs: an order cost per period with an order, holding on the stock at each period's end, and the
 * purchase where `unitCosts` (money per unit, one per period) are given. `demand` and `orders`: units per period,
 * starting without stock. In money. O(periods), does not throw.
 * Source: Wagner and Whitin 1958, Management Science 5.
 *
 * @example scheduleCost([18, 30, 42, 5, 20], [48, 0, 67, 0, 0], { orderCost: 80, holdingCost: 2 }) === 310
 */
export function scheduleCost(
  demand: ArrayLike<number>,
  orders: ArrayLike<number>,
  { orderCost, holdingCost }: LotCosts,
  unitCosts?: ArrayLike<number>,
): number {
  let stock = 0;
  let cost = 0;
  for (let period = 0; period < demand.length; period += 1) {
    const order = orders[period] ?? 0;
    stock += order - (demand[period] ?? 0);
    cost += (order > 0 ? orderCost : 0) + holdingCost * stock + order * (unitCosts?.[period] ?? 0);
  }
  return cost;
}
