import type { ReorderPolicy } from './fill-rate.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { settlePolicy } from './settle-policy.ts';
import type { ContinuousDistribution } from '#core/statistics/distribution.ts';
import { inverseLoss } from '#core/statistics/inverse-loss.ts';

/**
 * The policy of least cost if nobody waited any more once an order has come: the loss above r + Q is left out, so that the
 * conditions for r and Q have a closed form each and are met in turns. Does not throw for costs above 0.
 * Source: Hadley and Whitin 1963; Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 5.3.
 *
 * @example policyByLoss({ orderCost: 50, holdingCost: 3.1, waitingCost: 45, demandRate: 800,
 *   leadTimeDemand: normalDistribution(3200 / 365, 40 * Math.sqrt(4 / 365)) }) ≈ { reorderPoint: -1.9859,
 *   orderQty: 166.9501 } (Snyder and Shen, problem 5.1)
 */
export function policyByLoss(system: ReorderSystem<ContinuousDistribution>): ReorderPolicy {
  const { orderCost, demandRate, holdingCost, waitingCost, leadTimeDemand } = system;
  return settlePolicy(system, (orderQty) => {
    const reorderPoint = inverseLoss(leadTimeDemand, (holdingCost * orderQty) / (holdingCost + waitingCost));
    const waiting = (holdingCost + waitingCost) * leadTimeDemand.secondOrderLoss(reorderPoint);
    return { reorderPoint, orderQty: Math.sqrt((2 * (orderCost * demandRate + waiting)) / holdingCost) };
  });
}
