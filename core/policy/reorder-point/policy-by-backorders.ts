import { bestReorderPoint } from './best-reorder-point.ts';
import type { ReorderPolicy } from './fill-rate.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { orderQuantityWithBackorders } from '#core/policy/order-quantity/order-quantity-with-backorders.ts';

/**
 * The economic quantity with waiting demand, and the best reorder point for it: at most a few percent above the least
 * cost. For demand without steps. Does not throw. Source: Zheng 1992, Management Science 38; Snyder and Shen, section 5.3.
 *
 * @example policyByBackorders({ orderCost: 50, holdingCost: 3.1, waitingCost: 45, demandRate: 800,
 *   leadTimeDemand: normalDistribution(3200 / 365, 40 * Math.sqrt(4 / 365)) }) ≈ { reorderPoint: -1.9298,
 *   orderQty: 166.0850 } (Snyder and Shen, problem 5.1)
 */
export function policyByBackorders(system: ReorderSystem): ReorderPolicy {
  const { demandRate: demand, orderCost, holdingCost, waitingCost } = system;
  const orderQty = orderQuantityWithBackorders({ demand, orderCost, holdingCost, waitingCost }).quantity;
  return { reorderPoint: bestReorderPoint(system, orderQty), orderQty };
}
