import { addColumn } from './add-to.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from './node-work.ts';

/**
 * Runs the balance of the node in work over the horizon without planned receipts: fills `unplanned`, `margin` and what the
 * outlook says of it. Does not throw.
 */
export function lookAheadUnplanned(work: NodeWork): void {
  const { unplanned, margin, level, demand, outlook, horizon } = work;
  unplanned.fill(0);
  // Most nodes have no receipts but the planned ones, so the columns are added one by one where they hold anything.
  if (work.hasAdjustment) addColumn(unplanned, work.adjustment);
  if (work.hasOpen) addColumn(unplanned, work.open);
  if (work.hasFirm) addColumn(unplanned, work.firm);
  let balance = work.opening;
  let surplus = Infinity;
  let negativeDay = -1;
  for (let day = 0; day < horizon; day += 1) {
    balance += (unplanned[day] ?? 0) - (demand[day] ?? 0);
    const above = balance - (level[day] ?? 0);
    unplanned[day] = balance;
    margin[day] = above;
    if (above < surplus) surplus = above;
    if (balance < 0 && negativeDay < 0) negativeDay = day;
  }
  outlook.lowestSurplus = surplus;
  outlook.firstNegativeDayWithoutOrders = negativeDay;
}

/**
 * Runs the balance with the planned receipts on their days. Where every order comes on the day of its need, netting has
 * found the lowest point on its way. Does not throw.
 */
export function lookAheadPlanned(work: NodeWork): void {
  const { unplanned, planned, outlook, horizon } = work;
  outlook.firstNegativeDay = notSet;
  if (work.lowestMargin >= 0 && !work.hasLateLine) {
    outlook.lowest = work.lowestMargin + (work.level[0] ?? 0);
    return;
  }
  let received = 0;
  let lowest = Infinity;
  for (let day = 0; day < horizon; day += 1) {
    received += planned[day] ?? 0;
    const balance = (unplanned[day] ?? 0) + received;
    if (balance < lowest) lowest = balance;
    if (balance < 0 && outlook.firstNegativeDay < 0) outlook.firstNegativeDay = day;
  }
  outlook.lowest = lowest;
}

/** What changes on a day (offset) but for planned receipts. Does not throw. */
export function changeOn({ unplanned, opening }: NodeWork, day: number): number {
  return (unplanned[day] ?? 0) - (day === 0 ? opening : (unplanned[day - 1] ?? 0));
}
