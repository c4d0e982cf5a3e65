import { bestReorderPoint, cheapestPosition } from './best-reorder-point.ts';
import type { ReorderPolicy } from './fill-rate.ts';
import { positionCost, sumOfPositionCosts } from './reorder-cost.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { orderQuantityWithBackorders } from '#core/policy/order-quantity/order-quantity-with-backorders.ts';
import type { ContinuousDistribution } from '#core/statistics/distribution.ts';
import { findRoot } from '#core/statistics/find-root.ts';

/** A policy and its expected cost per time. */
export interface CostedPolicy extends ReorderPolicy {
  readonly cost: number;
}

/**
 * Reorder point and quantity of least expected cost, exactly, for demand without steps: with the best point for each
 * quantity, the quantity grows until the last position added costs as much as all do on average. It is never below the
 * economic quantity with waiting demand. Without order cost the quantity is 0. Does not throw.
 * Source: Zheng 1992, On properties of stochastic inventory systems, Management Science 38.
 *
 * @example bestReorderPolicy({ orderCost: 8, holdingCost: 0.225, waitingCost: 7.5, demandRate: 1300,
 *   leadTimeDemand: normalDistribution(1300 / 12, 150 * Math.sqrt(1 / 12)) }) ≈ { reorderPoint: 126.867, orderQty: 328.449,
 *   cost: 78.0711 } (Snyder and Shen, example 5.1)
 */
export function bestReorderPolicy(system: ReorderSystem<ContinuousDistribution>): CostedPolicy {
  const { orderCost, holdingCost, waitingCost, demandRate } = system;
  const ordering = orderCost * demandRate;
  if (!(ordering > 0)) {
    const position = cheapestPosition(system);
    return { reorderPoint: position, orderQty: 0, cost: positionCost(system, position) };
  }
  function excess(orderQty: number): number {
    const reorderPoint = bestReorderPoint(system, orderQty);
    return orderQty * positionCost(system, reorderPoint) - sumOfPositionCosts(system, { reorderPoint, orderQty }) - ordering;
  }
  const least = orderQuantityWithBackorders({ demand: demandRate, orderCost, holdingCost, waitingCost }).quantity;
  let most = least;
  while (excess(most) < 0) most *= 2;
  const orderQty = findRoot(excess, most === least ? 0 : most / 2, most, 1e-12 * most);
  const reorderPoint = bestReorderPoint(system, orderQty);
  const cost = (ordering + sumOfPositionCosts(system, { reorderPoint, orderQty })) / orderQty;
  return { reorderPoint, orderQty, cost };
}
