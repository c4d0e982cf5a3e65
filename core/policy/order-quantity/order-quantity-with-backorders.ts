import type { CycleInputs } from './cycle-cost.ts';

/** An order quantity that lets demand wait at the end of each cycle. */
export interface BackorderQuantity {
  /** In the unit of the demand. */
  readonly quantity: number;
  /** The part of the demand that waits, 0 to 1. */
  readonly waitingShare: number;
  /** Money over the time of the demand. */
  readonly cost: number;
}

/**
 * The economic order quantity when demand may wait at `waitingCost` per unit and time: Q = √(2KD(h+p) ÷ (h·p)), of
 * which the share h ÷ (h+p) waits. Without demand or one of the costs there is none: quantity 0. Does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.5.
 *
 * @example orderQuantityWithBackorders({ demand: 1300, orderCost: 8, holdingCost: 0.225, waitingCost: 5 }).quantity ≈ 310.8126
 */
export function orderQuantityWithBackorders(inputs: CycleInputs & { readonly waitingCost: number }): BackorderQuantity {
  const { demand, orderCost, holdingCost, waitingCost } = inputs;
  if (!(demand > 0 && orderCost > 0 && holdingCost > 0 && waitingCost > 0)) return { quantity: 0, waitingShare: 0, cost: 0 };
  const waitingShare = holdingCost / (holdingCost + waitingCost);
  const quantity = Math.sqrt((2 * orderCost * demand) / (waitingShare * waitingCost));
  return { quantity, waitingShare, cost: (2 * orderCost * demand) / quantity };
}
