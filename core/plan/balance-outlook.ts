import { unsetQuantity } from './unset-quantity.ts';

/** What the balance of a node does with the plan's orders, and what it would do without them; days are offsets, -1 for never. */
export interface BalanceOutlook {
  lowest: number;
  firstNegativeDay: number;
  firstNegativeDayWithoutOrders: number;
  /** The least that lies above the protected level on any day without the plan's orders; below zero where they are needed. */
  lowestSurplus: number;
}

/** An outlook that says nothing yet. Does not throw. */
export function createOutlook(): BalanceOutlook {
  return { lowest: unsetQuantity, firstNegativeDay: -1, firstNegativeDayWithoutOrders: -1, lowestSurplus: unsetQuantity };
}
