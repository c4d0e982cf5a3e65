/** What the size of a lot is weighed by. */
export interface LotCosts {
  /** Cost of one order. */
  readonly orderCost: number;
  /** Cost of holding one unit over the end of one period. */
  readonly holdingCost: number;
}

/** Costs are sums of doubles: a tie in exact arithmetic must not look like a rise. */
export const tieTolerance = 1 + 1e-12;
