import { cheapestPosition } from './best-reorder-point.ts';
import type { CostedPolicy } from './best-reorder-policy.ts';
import { positionCost } from './reorder-cost.ts';
import type { ReorderSystem } from './reorder-system.ts';
import type { CountDistribution } from '#core/statistics/distribution.ts';

/**
 * Reorder point and quantity of least expected cost for whole demand that comes one unit at a time: positions join in
 * the order of their cost as long as the next costs less than all so far on average. O(Q). Does not throw.
 * Source: Federgruen and Zheng 1992, An efficient algorithm for computing an optimal (r, Q) policy, Operations Research 40.
 *
 * @example bestWholePolicy({ orderCost: 4, holdingCost: 4, waitingCost: 28, demandRate: 12,
 *   leadTimeDemand: poissonDistribution(6) }) ≈ { reorderPoint: 6, orderQty: 7, cost: 28.2413 } (Snyder and Shen, problem 5.2)
 */
export function bestWholePolicy(system: ReorderSystem<CountDistribution>): CostedPolicy {
  const first = cheapestPosition(system);
  let below = first - 1;
  let above = first + 1;
  let sum = system.orderCost * system.demandRate + positionCost(system, first);
  let [costBelow, costAbove] = [positionCost(system, below), positionCost(system, above)];
  for (let count = 1; ; count += 1) {
    const next = Math.min(costBelow, costAbove);
    if (next >= sum / count) return { reorderPoint: below, orderQty: count, cost: sum / count };
    sum += next;
    if (costBelow <= costAbove) costBelow = positionCost(system, (below -= 1));
    else costAbove = positionCost(system, (above += 1));
  }
}
