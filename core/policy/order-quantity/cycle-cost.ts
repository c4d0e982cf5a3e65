/** What the size of a repeated order follows from; demand and holding cost over the same time. */
export interface CycleInputs {
  /** Demand per time, in the unit of the order. */
  readonly demand: number;
  /** Cost of one order, whatever its size. */
  readonly orderCost: number;
  /** Cost of holding one unit for that time. */
  readonly holdingCost: number;
}

/**
 * Cost of ordering `quantity` again and again: K·D/Q + h·Q/2, in money over the time of the demand. `quantity` in the
 * unit of the demand, above 0. Does not throw. Source: Harris 1913; Snyder and Shen, 2nd ed., section 3.2.
 *
 * @example cycleCost(312, { demand: 1300, orderCost: 8, holdingCost: 0.225 }) ≈ 68.43333
 */
export function cycleCost(quantity: number, { demand, orderCost, holdingCost }: CycleInputs): number {
  return (orderCost * demand) / quantity + (holdingCost * quantity) / 2;
}
