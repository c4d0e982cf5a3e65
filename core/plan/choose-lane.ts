import { codeOf, orderKinds, supplierStatuses } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { heldUntil } from './firm-lines.ts';
import type { NodeWork } from './node-work.ts';

const buy = codeOf(orderKinds, 'buy');
const blocked = codeOf(supplierStatuses, 'blocked');

/** Finds out which lanes of the node in work may be used, and from which day on each takes orders. Does not throw. */
export function openLanes(work: NodeWork): void {
  const { frame, node, calendars, laneFirstOrderDay } = work;
  const first = frame.laneStart[node] ?? 0;
  const end = frame.laneStart[node + 1] ?? 0;
  const behindFence = work.planDay + (frame.nodeFenceDays[node] ?? 0);
  for (let lane = first; lane < end; lane += 1) {
    const openDay = calendars.nextOpen(frame.laneCalendar[lane] ?? 0, behindFence);
    laneFirstOrderDay[lane - first] = isUsable(work, lane) ? openDay : notSet;
  }
}

/**
 * Places an order that is to arrive on `needDay` (PLN-7 to PLN-9, PLN-15): on the first lane by priority that is valid on
 * its order date and brings it in time, else on the one that brings it first. Lanes that share lots are taken together,
 * in time or not. Fills `work.placement`, days as calendar days. Returns false where no lane may be used. Does not throw.
 */
export function chooseLaneForNeed(work: NodeWork, needDay: number): boolean {
  const { frame, node, placement } = work;
  const end = frame.laneStart[node + 1] ?? 0;
  let best = notSet;
  let earliest = Infinity;
  for (let lane = frame.laneStart[node] ?? 0; lane < end; lane += 1) {
    if (!placeForNeed(work, lane, needDay)) continue;
    if (placement.receiptDay <= needDay || (frame.laneShare[lane] ?? 0) > 0) return true;
    if (placement.receiptDay >= earliest) continue;
    earliest = placement.receiptDay;
    best = lane;
  }
  if (best === notSet) return placeWhereALaneBegins(work, needDay);
  if (placement.lane !== best) placeForNeed(work, best, needDay);
  return true;
}

/** No lane takes orders yet on the day an order would be placed: the one that begins and arrives first is taken. */
function placeWhereALaneBegins(work: NodeWork, needDay: number): boolean {
  const { frame, node, placement, calendars, laneFirstOrderDay } = work;
  const start = frame.laneStart[node] ?? 0;
  const end = frame.laneStart[node + 1] ?? 0;
  let earliest = Infinity;
  for (let lane = start; lane < end; lane += 1) {
    const first = laneFirstOrderDay[lane - start] ?? notSet;
    const begins = frame.laneValidFrom[lane] ?? notSet;
    const wanted = departureFor(work, lane, needDay, frame.laneLeadTimeDays[lane] ?? 0);
    // A lane that began before the day its order would be placed on has ended since.
    if (first === notSet || begins <= Math.max(first, wanted)) continue;
    const orderDay = notHeld(work, lane, calendars.nextOpen(frame.laneCalendar[lane] ?? 0, begins));
    const receiptDay = arrivalOf(work, lane, orderDay);
    if (receiptDay >= earliest || !isValidOn(work, lane, orderDay)) continue;
    earliest = receiptDay;
    placement.lane = lane;
    placement.orderDay = orderDay;
    placement.receiptDay = receiptDay;
  }
  return earliest < Infinity;
}

/** Like `chooseLaneForNeed` for an order that may be placed from `day` on and arrives one lead time later. Does not throw. */
export function chooseLaneFrom(work: NodeWork, day: number): boolean {
  const { frame, node, placement, laneFirstOrderDay } = work;
  const start = frame.laneStart[node] ?? 0;
  const end = frame.laneStart[node + 1] ?? 0;
  for (let lane = start; lane < end; lane += 1) {
    const first = laneFirstOrderDay[lane - start] ?? notSet;
    if (first === notSet) continue;
    const orderDay = day <= first ? first : work.calendars.nextOpen(frame.laneCalendar[lane] ?? 0, day);
    placement.lane = lane;
    placement.orderDay = notHeld(work, lane, orderDay);
    placement.receiptDay = arrivalOf(work, lane, placement.orderDay);
    if (isValidOn(work, lane, placement.orderDay)) return true;
  }
  return false;
}

/**
 * Places on one given lane, safety lead time ahead of the need (PLN-30); false where it may not be used on its order day. Does
 * not throw.
 */
export function placeForNeed(work: NodeWork, lane: number, needDay: number): boolean {
  const { frame, placement } = work;
  const first = work.laneFirstOrderDay[lane - (frame.laneStart[work.node] ?? 0)] ?? notSet;
  if (first === notSet) return false;
  const wanted = needDay - (frame.nodeSafetyLeadTimeDays[work.node] ?? 0);
  const latest = departureFor(work, lane, wanted, frame.laneLeadTimeDays[lane] ?? 0);
  const orderDay = notHeld(work, lane, latest > first ? latest : first);
  placement.lane = lane;
  placement.orderDay = orderDay;
  placement.receiptDay = orderDay === latest ? wanted : Math.max(wanted, arrivalOf(work, lane, orderDay));
  return isValidOn(work, lane, orderDay);
}

/** A supplier that is blocked gets no orders. */
function isUsable(work: NodeWork, lane: number): boolean {
  const { frame } = work;
  if (frame.laneKind[lane] !== buy) return true;
  const supplier = frame.laneSource[lane] ?? notSet;
  return supplier === notSet || frame.supplierStatus[supplier] !== blocked;
}

/** Validity is tested on the order date, both ends included. */
function isValidOn(work: NodeWork, lane: number, orderDay: number): boolean {
  const from = work.frame.laneValidFrom[lane] ?? notSet;
  const to = work.frame.laneValidTo[lane] ?? notSet;
  return (from === notSet || from <= orderDay) && (to === notSet || orderDay <= to);
}

/** The order day for an arrival: lead time back, then back to the last open order day. Does not throw. */
export function departureFor(work: NodeWork, lane: number, needDay: number, leadTime: number): number {
  const { frame, calendars } = work;
  const start =
    frame.laneWorkingDays[lane] === 1 ? calendars.subtractOpenDays(siteCalendar(work), needDay, leadTime) : needDay - leadTime;
  return calendars.lastOpen(frame.laneCalendar[lane] ?? 0, start);
}

/** The day on which an order arrives: one lead time later, in days or in working days of the destination. */
export function arrivalOf(work: NodeWork, lane: number, orderDay: number): number {
  const { frame, calendars } = work;
  const leadTime = frame.laneLeadTimeDays[lane] ?? 0;
  return frame.laneWorkingDays[lane] === 1 ? calendars.addOpenDays(siteCalendar(work), orderDay, leadTime) : orderDay + leadTime;
}

function siteCalendar(work: NodeWork): number {
  return work.frame.siteCalendar[work.frame.nodeSite[work.node] ?? 0] ?? 0;
}

/** A line the planner lowered is not filled up again before its window is over (PLN-22). */
function notHeld(work: NodeWork, lane: number, orderDay: number): number {
  if (work.ownFirmLines.length === 0) return orderDay;
  let day = orderDay;
  for (const line of work.ownFirmLines) {
    const end = heldUntil(work.frame, line);
    if (line.reducedBy > 0 && day >= line.orderDay && day < end) {
      day = work.calendars.nextOpen(work.frame.laneCalendar[lane] ?? 0, end);
    }
  }
  return day;
}
