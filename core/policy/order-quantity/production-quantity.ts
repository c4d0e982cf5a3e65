import type { CycleInputs } from './cycle-cost.ts';

/**
 * The economic production quantity, received at `productionRate` per time while demand goes on: Q = √(2KD ÷ (h·(1−D/P))),
 * with its cost over the time of the demand. Where production is no faster than demand, or without demand or one of
 * the costs, a run never ends and there is none: quantity 0. Does not throw.
 * Source: Taft 1918; Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.6.
 *
 * @example productionQuantity({ demand: 80, orderCost: 4, holdingCost: 0.08, productionRate: 110 }).quantity ≈ 171.2698
 */
export function productionQuantity(inputs: CycleInputs & { readonly productionRate: number }): {
  readonly quantity: number;
  readonly cost: number;
} {
  const { demand, orderCost, holdingCost, productionRate } = inputs;
  if (!(demand > 0 && orderCost > 0 && holdingCost > 0 && productionRate > demand)) return { quantity: 0, cost: 0 };
  const quantity = Math.sqrt((2 * orderCost * demand) / (holdingCost * (1 - demand / productionRate)));
  return { quantity, cost: (2 * orderCost * demand) / quantity };
}
