import type { ReorderPolicy } from './fill-rate.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { newsvendorCost } from '#core/policy/newsvendor/newsvendor-cost.ts';
import type { ContinuousDistribution } from '#core/statistics/distribution.ts';

/**
 * Expected cost per time of holding and waiting while the position is `position`. Does not throw. Source: as for `reorderCost`.
 *
 * @example positionCost of example 5.1 (holding 0.225, waiting 7.5, lead-time demand 108.33 ± 43.30) at 200 ≈ 22.6895
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
 * @example reorderCost of problem 5.1 at r = -1.98587, Q = 166.95010 ≈ 484.211
 */
export function reorderCost(system: ReorderSystem<ContinuousDistribution>, policy: ReorderPolicy): number {
  const { orderCost, demandRate } = system;
  return (orderCost * demandRate + sumOfPositionCosts(system, policy)) / policy.orderQty;
}

/** ∫ of the position cost from r to r + Q: h·∫(y - mean) dy + (h + p)·∫ of the loss. */
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
 * @example wholeReorderCost of problem 5.2 (Poisson 6) at r = 6, Q = 7 ≈ 28.2413
 */
export function wholeReorderCost(system: ReorderSystem, { reorderPoint, orderQty }: ReorderPolicy): number {
  let sum = system.orderCost * system.demandRate;
  for (let above = 1; above <= orderQty; above += 1) sum += positionCost(system, reorderPoint + above);
  return sum / orderQty;
}
