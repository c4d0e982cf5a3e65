import type { NodeWork } from './node-work.ts';

/** What the balance of a node does with the plan's orders, and what it would do without them; days are offsets. */
export interface BalanceOutlook {
  lowest: number;
  firstNegativeDay: number;
  firstNegativeDayWithoutOrders: number;
  /** The least that lies above the protected level on any day without the plan's orders; below zero where they are needed. */
  lowestSurplus: number;
}

/** Runs the balance of the node in work over the horizon; -1 stands for a day that does not come. Does not throw. */
export function lookAhead(work: NodeWork, outlook: BalanceOutlook): void {
  const { flow, planned, level, horizon } = work;
  let balance = work.opening;
  let without = work.opening;
  let lowest = Infinity;
  let surplus = Infinity;
  let negativeDay = -1;
  let negativeDayWithout = -1;
  for (let day = 0; day < horizon; day += 1) {
    const change = flow[day] ?? 0;
    without += change;
    balance += change + (planned[day] ?? 0);
    const above = without - (level[day] ?? 0);
    if (balance < lowest) lowest = balance;
    if (above < surplus) surplus = above;
    if (balance < 0 && negativeDay < 0) negativeDay = day;
    if (without < 0 && negativeDayWithout < 0) negativeDayWithout = day;
  }
  outlook.lowest = lowest;
  outlook.lowestSurplus = surplus;
  outlook.firstNegativeDay = negativeDay;
  outlook.firstNegativeDayWithoutOrders = negativeDayWithout;
}
