import { positionCost } from './reorder-cost.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { findRoot } from '#core/statistics/find-root.ts';

/**
 * The reorder point of least cost for a given order quantity, at or above 0: the one at which the lowest and the highest
 * position, r and r + Q, cost the same. For demand without steps. Does not throw.
 * Source: Zheng 1992, Management Science 38; Snyder and Shen, 2nd ed., section 5.4.
 *
 * @example bestReorderPoint({ holdingCost: 0.225, waitingCost: 7.5, leadTimeDemand: normalDistribution(1300 / 12,
 *   150 * Math.sqrt(1 / 12)) }, 150) ≈ 147.195 (Snyder and Shen, example 5.1)
 */
export function bestReorderPoint(system: ReorderSystem, orderQty: number): number {
  const cheapest = cheapestPosition(system);
  return findRoot((point) => positionCost(system, point + orderQty) - positionCost(system, point), cheapest - orderQty, cheapest);
}

/**
 * The position of least cost of holding and waiting: the newsvendor's quantity for the lead time. Does not throw. Source: as
 * for `bestReorderPoint`.
 *
 * @example cheapestPosition({ holdingCost: 0.225, waitingCost: 7.5, leadTimeDemand: normalDistribution(1300 / 12,
 *   150 * Math.sqrt(1 / 12)) }) ≈ 190.337
 */
export function cheapestPosition({ holdingCost, waitingCost, leadTimeDemand }: ReorderSystem): number {
  return leadTimeDemand.quantile(waitingCost / (waitingCost + holdingCost));
}
