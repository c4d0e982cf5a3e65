import { cheapestPosition } from './best-reorder-point.ts';
import type { ReorderPolicy } from './fill-rate.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';

/**
 * The economic quantity, and as reorder point the mean of the lead-time demand and a safety stock for the probability
 * waiting ÷ (waiting + holding): what most systems do. Does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 5.3.
 *
 * @example policyBySafetyStock({ orderCost: 50, holdingCost: 3.1, waitingCost: 45, demandRate: 800,
 *   leadTimeDemand: normalDistribution(3200 / 365, 40 * Math.sqrt(4 / 365)) }) ≈ { reorderPoint: 15.1255,
 *   orderQty: 160.6439 } (Snyder and Shen, problem 5.1)
 */
export function policyBySafetyStock(system: ReorderSystem): ReorderPolicy {
  const { demandRate: demand, orderCost, holdingCost } = system;
  const orderQty = economicOrderQuantity({ demand, orderCost, holdingCost, pack: 0, minimum: 0 });
  return { reorderPoint: cheapestPosition(system), orderQty };
}
