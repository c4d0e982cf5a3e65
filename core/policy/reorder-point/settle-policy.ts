import type { ReorderPolicy } from './fill-rate.ts';
import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';

/** Most turns to take; the textbook cases need fewer than ten. */
const mostTurns = 1000;

/**
 * A policy that stays as it is when its quantity is improved once more, found in turns from the economic quantity on; each
 * turn changes the quantity by less. What `improve` gives last where it never stays. Throws only what `improve` throws.
 * Source: Hadley and Whitin, Analysis of Inventory Systems, 1963, section 4.
 *
 * @example settlePolicy({ demandRate: 200, orderCost: 50, holdingCost: 2 }, (q) => ({ reorderPoint: 0,
 *   orderQty: (q + 64) / 2 })).orderQty ≈ 64.000000
 */
export function settlePolicy(
  item: { readonly demandRate: number; readonly orderCost: number; readonly holdingCost: number },
  improve: (orderQty: number) => ReorderPolicy,
): ReorderPolicy {
  const { demandRate: demand, orderCost, holdingCost } = item;
  let policy = improve(economicOrderQuantity({ demand, orderCost, holdingCost, pack: 0, minimum: 0 }));
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const next = improve(policy.orderQty);
    const isSettled = !(Math.abs(next.orderQty - policy.orderQty) > 1e-12 * next.orderQty);
    policy = next;
    if (isSettled) break;
  }
  return policy;
}
