import type { ReorderPolicy } from './fill-rate.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { newsvendorCost } from '#core/policy/newsvendor/newsvendor-cost.ts';
import type { ContinuousDistribution } from '#core/statistics/distribution.ts';

/**
 * Expected cost per time of holding and waiting while the position is `position`. Does not throw. Source: as for `reorderCost`.
 *
 * @example positionCost({ holdingCost: 0.225, waitingCost: 7.5, leadTimeDemand: normalDistribution(1300 / 12,
 *   150 * Math.sqrt(1 / 12)) }, 200) ≈ 22.6895
 */
export function positionCost(system: ReorderSystem, position: number): number {
  const costs = { overageCost: system.holdingCost, underageCost: system.waitingCost };
  return newsvendorCost(system.leadTimeDemand, costs, position);
}

/**
 * Exact expected cost per time of ordering, holding and waiting: (K·λ + ∫ from r to r + Q of the position cost) ÷ Q, as the
 * position is anywhere between r and r + Q with equal probability. Quantity above 0. Does not throw.
 * Source: Zheng 1992, Management Science 38; Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 5.4.
 *
 * @example reorderCost({ orderCost: 50, holdingCost: 3.1, waitingCost: 45, demandRate: 800,
 *   leadTimeDemand: normalDistribution(3200 / 365, 40 * Math.sqrt(4 / 365)) }, { reorderPoint: -1.98587, orderQty: 166.9501 })
 *   ≈ 484.211 (Snyder and Shen, problem 5.1)
 */
export function reorderCost(system: ReorderSystem<ContinuousDistribution>, policy: ReorderPolicy): number {
  const { orderCost, demandRate } = system;
  return (orderCost * demandRate + sumOfPositionCosts(system, policy)) / policy.orderQty;
}

/**
 * ∫ of the position cost from r to r + Q: h·∫(y - mean) dy + (h + p)·∫ of the loss; money per time and unit, times units. Does
 * not throw. Source: as for `reorderCost`.
 *
 * @example sumOfPositionCosts({ holdingCost: 2, waitingCost: 5, leadTimeDemand: constantDistribution(10) }, { reorderPoint: 10,
 *   orderQty: 4 }) === 16 (2 a unit on 2 units on average)
 */
export function sumOfPositionCosts(
  { holdingCost, waitingCost, leadTimeDemand }: ReorderSystem<ContinuousDistribution>,
  { reorderPoint, orderQty }: ReorderPolicy,
): number {
  const above = orderQty * (reorderPoint + orderQty / 2 - leadTimeDemand.mean);
  const short = leadTimeDemand.secondOrderLoss(reorderPoint) - leadTimeDemand.secondOrderLoss(reorderPoint + orderQty);
  return holdingCost * above + (holdingCost + waitingCost) * short;
}

/**
 * As `reorderCost`, for whole demand that comes one unit at a time: the position is r + 1 … r + Q. O(Q). Does not throw.
 * Source: Federgruen and Zheng 1992, Operations Research 40.
 *
 * @example wholeReorderCost({ orderCost: 4, holdingCost: 4, waitingCost: 28, demandRate: 12,
 *   leadTimeDemand: poissonDistribution(6) }, { reorderPoint: 6, orderQty: 7 }) ≈ 28.2413 (Snyder and Shen, problem 5.2)
 */
export function wholeReorderCost(system: ReorderSystem, { reorderPoint, orderQty }: ReorderPolicy): number {
  let sum = system.orderCost * system.demandRate;
  for (let above = 1; above <= orderQty; above += 1) sum += positionCost(system, reorderPoint + above);
  return sum / orderQty;
}
