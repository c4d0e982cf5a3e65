import { chooseLaneForNeed } from './choose-lane.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from './node-work.ts';
import { lotWindowEnd, sizeLot } from './size-lot.ts';
import { writeLot } from './write-lines.ts';

/**
 * Plans a receipt on every day on which the balance falls below the protected level (PLN-6). Needs are found as if
 * every receipt came in time; a receipt that cannot is dated one lead time after the first allowed order day. O(days), does not throw.
 */
export function planTimePhased(work: NodeWork, reason: number): void {
  let isServed = true;
  work.lowestMargin = Infinity;
  for (let day = nextShortDay(work, 0); day < work.orderEnd; day = nextShortDay(work, day)) {
    if (work.hasOpen && isWorthWaiting(work, day)) {
      isServed = false;
      day += 1;
    } else if (chooseLaneForNeed(work, work.planDay + day)) {
      day = work.hasFirm ? placeNeedBesideFirm(work, day, reason) : placeNeed(work, day, reason);
      // The lot covers the days it looked at; the requirement was the deepest point among them.
      const left = work.plannedTotal - work.requirement.plannedBefore - work.requirement.net;
      if (left < work.lowestMargin) work.lowestMargin = left;
    } else {
      isServed = false;
      if (work.unsourced === 0) work.unsourcedDay = day;
      work.unsourced = Math.max(work.unsourced, shortOn(work, day) - work.plannedTotal);
      day += 1;
    }
  }
  if (!isServed || !comesOnItsDay(work)) work.lowestMargin = notSet;
}

/** The first day from `from` on that what was planned so far does not cover; notes how far those before it are covered. */
function nextShortDay(work: NodeWork, from: number): number {
  const { unplanned, level, orderEnd, plannedTotal } = work;
  let lowest = work.lowestMargin;
  let day = from;
  for (; day < orderEnd; day += 1) {
    const above = (unplanned[day] ?? 0) + plannedTotal - (level[day] ?? 0);
    if (above < 0) break;
    if (above < lowest) lowest = above;
  }
  work.lowestMargin = lowest;
  return day;
}

/** Whether the balance with all orders in time is the one that is planned, above one level for all days. */
function comesOnItsDay({ frame, node, orderEnd, horizon, hasFirm }: NodeWork): boolean {
  if (hasFirm || orderEnd < horizon) return false;
  return frame.nodeSafetyLeadTimeDays[node] === 0 && frame.nodeSafetyDays[node] === 0;
}

/** Whether open supply that comes within the node's days of waiting lifts the balance again (PLN-29). */
function isWorthWaiting(work: NodeWork, day: number): boolean {
  const { frame, node, unplanned, level, open, horizon, plannedTotal } = work;
  const last = Math.min(horizon - 1, day + (frame.nodeWaitDays[node] ?? 0));
  for (let later = day + 1; later <= last; later += 1) {
    if ((open[later] ?? 0) > 0 && (unplanned[later] ?? 0) + plannedTotal >= (level[later] ?? 0)) return true;
  }
  return false;
}

/** Writes the lot for the need of a day; returns the first day (offset) that it does not look at. */
function placeNeed(work: NodeWork, needDay: number, reason: number): number {
  const { requirement, orderEnd } = work;
  const placed = work.plannedTotal;
  requirement.balance = (work.unplanned[needDay] ?? 0) + placed;
  const window = lotWindowEnd(work, needDay);
  const end = window < orderEnd ? window : orderEnd;
  const coverDay = lowestDay(work, needDay, end);
  requirement.net = shortOn(work, coverDay) - placed;
  requirement.firmThrough = coverDay;
  writeNeed(work, needDay, coverDay, reason);
  return end;
}

/** The first day of [from, end) on which the balance without planned receipts is least above the protected level. */
function lowestDay(work: NodeWork, from: number, end: number): number {
  let lowest = end - 1;
  if (work.fallsFrom <= from) {
    const least = shortOn(work, lowest);
    while (lowest > from && shortOn(work, lowest - 1) === least) lowest -= 1;
    return lowest;
  }
  for (let day = end - 2; day >= from; day -= 1) if (shortOn(work, day) >= shortOn(work, lowest)) lowest = day;
  return lowest;
}

/** By how much the balance without planned receipts is below the protected level. */
function shortOn({ level, unplanned }: NodeWork, day: number): number {
  return (level[day] ?? 0) - (unplanned[day] ?? 0);
}

/**
 * The same where orders are fixed: a late order would not come before what is fixed until then, and must not order it a
 * second time (PLN-8). The days after the need are looked at again.
 */
function placeNeedBesideFirm(work: NodeWork, needDay: number, reason: number): number {
  const { firm, requirement, orderEnd, horizon, planDay } = work;
  const placed = work.plannedTotal;
  requirement.balance = (work.unplanned[needDay] ?? 0) + placed;
  const end = Math.min(orderEnd, lotWindowEnd(work, needDay));
  const firmEnd = Math.min(horizon - 1, work.placement.receiptDay - planDay);
  let firmAhead = 0;
  for (let day = needDay + 1; day <= firmEnd; day += 1) firmAhead += firm[day] ?? 0;
  let coverDay = needDay;
  let net = shortOn(work, needDay) - placed - firmAhead;
  for (let day = needDay + 1; day < end; day += 1) {
    if (day <= firmEnd) firmAhead -= firm[day] ?? 0;
    const short = shortOn(work, day) - placed - firmAhead;
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
