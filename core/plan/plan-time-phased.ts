import { chooseLaneForNeed } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { lotWindowEnd, sizeLot } from './size-lot.ts';
import { writeLot } from './write-lines.ts';

/**
 * Plans a receipt on every day on which the balance falls below the protected level (PLN-6). Needs are found as if
 * every receipt came in time; a receipt that cannot is dated one lead time after the first allowed order day. O(days), does not throw.
 */
export function planTimePhased(work: NodeWork, reason: number): void {
  const { margin, orderEnd } = work;
  /** What was planned for the days so far, as if it came in time. */
  let placed = 0;
  let lowest = Infinity;
  let isServed = true;
  for (let day = 0; day < orderEnd; day += 1) {
    const above = (margin[day] ?? 0) + placed;
    if (above >= 0) {
      if (above < lowest) lowest = above;
      continue;
    }
    if (work.hasOpen && isWorthWaiting(work, day, placed)) {
      isServed = false;
      continue;
    }
    if (!chooseLaneForNeed(work, work.planDay + day)) {
      isServed = false;
      if (work.unsourced === 0) work.unsourcedDay = day;
      work.unsourced = Math.max(work.unsourced, -(margin[day] ?? 0) - placed);
      continue;
    }
    const covered = work.hasFirm ? placeNeedBesideFirm(work, day, reason) : placeNeed(work, day, reason);
    placed = work.plannedTotal;
    // The lot covers the days it looked at; the requirement was the deepest point among them.
    const left = placed - work.requirement.plannedBefore - work.requirement.net;
    if (left < lowest) lowest = left;
    day = covered - 1;
  }
  if (isServed && comesOnItsDay(work)) work.lowestMargin = lowest;
}

/** Whether the balance with all orders in time is the one that is planned, above one level for all days. */
function comesOnItsDay({ frame, node, orderEnd, horizon, hasFirm }: NodeWork): boolean {
  if (hasFirm || orderEnd < horizon) return false;
  return frame.nodeSafetyLeadTimeDays[node] === 0 && frame.nodeSafetyDays[node] === 0;
}

/** Whether open supply that comes within the node's days of waiting lifts the balance again (PLN-29). */
function isWorthWaiting(work: NodeWork, day: number, placed: number): boolean {
  const { frame, node, margin, open, horizon } = work;
  const last = Math.min(horizon - 1, day + (frame.nodeWaitDays[node] ?? 0));
  for (let later = day + 1; later <= last; later += 1) {
    if ((open[later] ?? 0) > 0 && (margin[later] ?? 0) + placed >= 0) return true;
  }
  return false;
}

/** Writes the lot for the need of a day; returns the first day (offset) that it does not look at. */
function placeNeed(work: NodeWork, needDay: number, reason: number): number {
  const { margin, requirement, orderEnd } = work;
  const placed = work.plannedTotal;
  requirement.balance = (work.unplanned[needDay] ?? 0) + placed;
  const window = lotWindowEnd(work, needDay);
  const end = window < orderEnd ? window : orderEnd;
  let coverDay = needDay;
  let lowest = margin[needDay] ?? 0;
  for (let day = needDay + 1; day < end; day += 1) {
    const above = margin[day] ?? 0;
    if (above < lowest) {
      lowest = above;
      coverDay = day;
    }
  }
  requirement.net = -lowest - placed;
  requirement.firmThrough = coverDay;
  writeNeed(work, needDay, coverDay, reason);
  return end;
}

/**
 * The same where orders are fixed: a late order would not come before what is fixed until then, and must not order it a
 * second time (PLN-8). The days after the need are looked at again.
 */
function placeNeedBesideFirm(work: NodeWork, needDay: number, reason: number): number {
  const { margin, firm, requirement, orderEnd, horizon, planDay } = work;
  const placed = work.plannedTotal;
  requirement.balance = (work.unplanned[needDay] ?? 0) + placed;
  const end = Math.min(orderEnd, lotWindowEnd(work, needDay));
  const firmEnd = Math.min(horizon - 1, work.placement.receiptDay - planDay);
  let firmAhead = 0;
  for (let day = needDay + 1; day <= firmEnd; day += 1) firmAhead += firm[day] ?? 0;
  let coverDay = needDay;
  let net = -(margin[needDay] ?? 0) - placed - firmAhead;
  for (let day = needDay + 1; day < end; day += 1) {
    if (day <= firmEnd) firmAhead -= firm[day] ?? 0;
    const short = -(margin[day] ?? 0) - placed - firmAhead;
    if (short > net) {
      net = short;
      coverDay = day;
    }
  }
  if (net <= 0) return needDay + 1;
  requirement.net = net;
  requirement.firmThrough = Math.max(coverDay, firmEnd);
  writeNeed(work, needDay, coverDay, reason);
  return needDay + 1;
}

function writeNeed(work: NodeWork, needDay: number, coverDay: number, reason: number): void {
  const { requirement } = work;
  requirement.needDay = needDay;
  requirement.forecastThrough = coverDay;
  requirement.ordersThrough = coverDay;
  requirement.supplyThrough = coverDay;
  requirement.peggedOrders = -1;
  requirement.peggedDependent = -1;
  requirement.target = work.level[coverDay] ?? 0;
  requirement.reason = reason;
  sizeLot(work);
  writeLot(work);
}
