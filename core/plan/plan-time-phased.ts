import { chooseLaneForNeed } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { lotWindowEnd, sizeLot } from './size-lot.ts';
import { writeLot } from './write-lines.ts';

/**
 * Plans a receipt on every day on which the balance falls below the protected level (PLN-6). Needs are found as if
 * every receipt came in time; a receipt that cannot is dated one lead time after the first allowed order day. O(days), does not throw.
 */
export function planTimePhased(work: NodeWork, reason: number): void {
  const { unplanned, level, orderEnd } = work;
  /** What was planned for the days so far, as if it came in time. */
  let placed = 0;
  for (let day = 0; day < orderEnd; day += 1) {
    const short = (level[day] ?? 0) - (unplanned[day] ?? 0) - placed;
    if (short <= 0 || (work.hasOpen && isWorthWaiting(work, day, placed))) continue;
    if (!chooseLaneForNeed(work, work.planDay + day)) {
      if (work.unsourced === 0) work.unsourcedDay = day;
      work.unsourced = Math.max(work.unsourced, short);
      continue;
    }
    placeNeed(work, day, reason);
    placed = work.plannedTotal;
  }
}

/** Whether open supply that comes within the node's days of waiting lifts the balance again (PLN-29). */
function isWorthWaiting(work: NodeWork, day: number, placed: number): boolean {
  const { frame, node, unplanned, level, open, horizon } = work;
  const last = Math.min(horizon - 1, day + (frame.nodeWaitDays[node] ?? 0));
  for (let later = day + 1; later <= last; later += 1) {
    if ((open[later] ?? 0) > 0 && (unplanned[later] ?? 0) + placed >= (level[later] ?? 0)) return true;
  }
  return false;
}

/** Writes the lot for the need of a day. */
function placeNeed(work: NodeWork, needDay: number, reason: number): void {
  const { unplanned, firm, level, requirement, placement, orderEnd } = work;
  const placed = work.plannedTotal;
  requirement.balance = (unplanned[needDay] ?? 0) + placed;
  const arrival = placement.receiptDay - work.planDay;
  const end = Math.min(orderEnd, lotWindowEnd(work, needDay));
  // A late order would not come before what the planner has fixed until then: it must not be ordered twice.
  const firmEnd = Math.min(work.horizon - 1, arrival);
  let firmAhead = 0;
  if (work.hasFirm) for (let day = needDay + 1; day <= firmEnd; day += 1) firmAhead += firm[day] ?? 0;
  let coverDay = needDay;
  let net = (level[needDay] ?? 0) - requirement.balance - firmAhead;
  for (let day = needDay + 1; day < end; day += 1) {
    if (work.hasFirm && day <= firmEnd) firmAhead -= firm[day] ?? 0;
    const short = (level[day] ?? 0) - (unplanned[day] ?? 0) - placed - firmAhead;
    if (short > net) {
      net = short;
      coverDay = day;
    }
  }
  if (net <= 0) return;
  requirement.needDay = needDay;
  requirement.forecastThrough = coverDay;
  requirement.ordersThrough = coverDay;
  requirement.supplyThrough = coverDay;
  requirement.firmThrough = Math.max(coverDay, firmEnd);
  requirement.peggedOrders = -1;
  requirement.peggedDependent = -1;
  requirement.target = level[coverDay] ?? 0;
  requirement.net = net;
  sizeLot(work);
  requirement.reason = reason;
  writeLot(work);
}
