import type { NodeWork } from './node-work.ts';

/** What the balance of a node does with the plan's orders, and what it would do without them; days are offsets. */
export interface BalanceOutlook {
  lowest: number;
  firstNegativeDay: number;
  firstNegativeDayWithoutOrders: number;
}

/** Runs the balance of the node in work over the horizon; -1 stands for a day that does not come. Does not throw. */
export function lookAhead(work: NodeWork, outlook: BalanceOutlook): void {
  const { flow, planned, horizon } = work;
  let balance = work.opening;
  let without = work.opening;
  outlook.lowest = Infinity;
  outlook.firstNegativeDay = -1;
  outlook.firstNegativeDayWithoutOrders = -1;
  for (let day = 0; day < horizon; day += 1) {
    without += flow[day] ?? 0;
    balance += (flow[day] ?? 0) + (planned[day] ?? 0);
    if (balance < outlook.lowest) outlook.lowest = balance;
    if (balance < 0 && outlook.firstNegativeDay < 0) outlook.firstNegativeDay = day;
    if (without < 0 && outlook.firstNegativeDayWithoutOrders < 0) outlook.firstNegativeDayWithoutOrders = day;
  }
}
