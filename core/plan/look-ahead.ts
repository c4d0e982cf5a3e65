import { addColumn } from './add-to.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from './node-work.ts';

/**
 * Runs the balance of the node in work over the horizon without planned receipts: fills `unplanned`, `fallsFrom` and what
 * the outlook says of it. Does not throw.
 */
export function lookAheadUnplanned(work: NodeWork): void {
  const { unplanned, level, demand, outlook, horizon } = work;
  const changes = gatherChanges(work);
  let balance = work.opening;
  let before = Infinity;
  let surplus = Infinity;
  let fallsFrom = 0;
  for (let day = 0; day < horizon; day += 1) {
    balance += (changes[day] ?? 0) - (demand[day] ?? 0);
    unplanned[day] = balance;
    const above = balance - (level[day] ?? 0);
    // The lowest point lies before a rise or at the end; most days rise on nothing.
    if (above > before) {
      if (before < surplus) surplus = before;
      fallsFrom = day;
    }
    before = above;
  }
  work.fallsFrom = fallsFrom;
  outlook.lowestSurplus = before < surplus ? before : surplus;
  outlook.firstNegativeDayWithoutOrders = firstNegativeDay(unplanned);
}

/** What changes the balance besides demand; most nodes have no receipts but the planned ones, and nothing to add up. */
function gatherChanges({ adjustment, open, firm, unplanned, hasAdjustment, hasOpen, hasFirm }: NodeWork): Float64Array {
  if (!hasOpen && !hasFirm) return adjustment;
  if (!hasAdjustment && !hasFirm) return open;
  unplanned.set(adjustment);
  if (hasOpen) addColumn(unplanned, open);
  if (hasFirm) addColumn(unplanned, firm);
  return unplanned;
}

function firstNegativeDay(balance: Float64Array): number {
  for (let day = 0; day < balance.length; day += 1) if ((balance[day] ?? 0) < 0) return day;
  return notSet;
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
