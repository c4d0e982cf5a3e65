import { cycleCost } from './cycle-cost.ts';

/**
 * The economic order quantity √(2·K·D ÷ h) as a whole number of packs at or above the minimum: of the two
 * neighbouring pack multiples the one with the lower cost K·D/Q + h·Q/2 (the cost is convex, so no other can win).
 * Quantities, demand and pack in one unit, demand and holding cost over the same time, pack 0 for no pack.
 * Without demand, order cost or holding cost there is no economic quantity: 0. Does not throw.
 * Source: Harris 1913; Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., Theorem 3.1.
 *
 * @example economicOrderQuantity({ demand: 1300, orderCost: 8, holdingCost: 0.225, pack: 24, minimum: 0 }) === 312
 */
export function economicOrderQuantity(inputs: {
  readonly demand: number;
  readonly orderCost: number;
  readonly holdingCost: number;
  readonly pack: number;
  readonly minimum: number;
}): number {
  const { demand, orderCost, holdingCost, pack, minimum } = inputs;
  if (!(demand > 0 && orderCost > 0 && holdingCost > 0)) return 0;
  const unconstrained = Math.sqrt((2 * orderCost * demand) / holdingCost);
  if (pack <= 0) return Math.max(unconstrained, minimum);
  const least = Math.max(1, Math.ceil(minimum / pack)) * pack;
  const below = Math.max(least, Math.floor(unconstrained / pack) * pack);
  const above = Math.max(least, Math.ceil(unconstrained / pack) * pack);
  return cycleCost(above, inputs) < cycleCost(below, inputs) ? above : below;
}
