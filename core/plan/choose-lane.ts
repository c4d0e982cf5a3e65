import { notSet } from '#core/frame/frame-layout.ts';
import { heldUntil } from './firm-lines.ts';
import type { LaneTerms } from './lane-terms.ts';
import type { NodeWork } from './node-work.ts';

/**
 * Places an order that is to arrive on `needDay` (PLN-7 to PLN-9, PLN-15): on the first lane by priority that is valid on
 * its order date and brings it in time, else on the one that brings it first. Lanes that share lots are taken together,
 * in time or not. Fills `work.placement`, days as calendar days. Returns false where no lane may be used. Does not throw.
 */
export function chooseLaneForNeed(work: NodeWork, needDay: number): boolean {
  const { placement } = work;
  let best: LaneTerms | undefined;
  let earliest = Infinity;
  for (let lane = work.firstLane; lane; lane = lane.next) {
    if (!placeForNeed(work, lane, needDay)) continue;
    if (placement.receiptDay <= needDay || lane.share > 0) return true;
    if (placement.receiptDay >= earliest) continue;
    earliest = placement.receiptDay;
    best = lane;
  }
  if (!best) return placeWhereALaneBegins(work, needDay);
  if (placement.lane !== best) placeForNeed(work, best, needDay);
  return true;
}

/** No lane takes orders yet on the day an order would be placed: the one that begins and arrives first is taken. */
function placeWhereALaneBegins(work: NodeWork, needDay: number): boolean {
  const { placement, calendars } = work;
  let earliest = Infinity;
  for (let lane = work.firstLane; lane; lane = lane.next) {
    const { firstOrderDay, validFrom } = lane;
    const wanted = departureFor(work, lane, needDay, lane.leadTimeDays);
    // A lane that began before the day its order would be placed on has ended since.
    if (firstOrderDay === notSet || validFrom <= Math.max(firstOrderDay, wanted)) continue;
    const begins = calendars.nextOpen(lane.calendar, validFrom);
    const orderDay = work.hasFirm ? notHeld(work, lane, begins) : begins;
    const receiptDay = arrivalOf(work, lane, orderDay);
    if (receiptDay >= earliest || !isValidOn(lane, orderDay)) continue;
    earliest = receiptDay;
    placement.lane = lane;
    placement.orderDay = orderDay;
    placement.receiptDay = receiptDay;
  }
  return earliest < Infinity;
}

/** Like `chooseLaneForNeed` for an order that may be placed from `day` on and arrives one lead time later. Does not throw. */
export function chooseLaneFrom(work: NodeWork, day: number): boolean {
  const { placement } = work;
  for (let lane = work.firstLane; lane; lane = lane.next) {
    const { firstOrderDay } = lane;
    if (firstOrderDay === notSet) continue;
    const orderDay = day <= firstOrderDay ? firstOrderDay : work.calendars.nextOpen(lane.calendar, day);
    placement.lane = lane;
    placement.orderDay = work.hasFirm ? notHeld(work, lane, orderDay) : orderDay;
    placement.receiptDay = arrivalOf(work, lane, placement.orderDay);
    if (isValidOn(lane, placement.orderDay)) return true;
  }
  return false;
}

/**
 * Places on one given lane, safety lead time ahead of the need (PLN-30); false where it may not be used on its order day. Does
 * not throw.
 */
export function placeForNeed(work: NodeWork, lane: LaneTerms, needDay: number): boolean {
  const { frame, placement } = work;
  const first = lane.firstOrderDay;
  if (first === notSet) return false;
  const wanted = needDay - (frame.nodeSafetyLeadTimeDays[work.node] ?? 0);
  const latest = departureFor(work, lane, wanted, lane.leadTimeDays);
  const allowed = latest > first ? latest : first;
  const orderDay = work.hasFirm ? notHeld(work, lane, allowed) : allowed;
  placement.lane = lane;
  placement.orderDay = orderDay;
  placement.receiptDay = orderDay === latest ? wanted : laterOf(wanted, arrivalOf(work, lane, orderDay));
  return isValidOn(lane, orderDay);
}

/** Compared as the whole numbers they are: Math.max would make doubles of them first. */
function laterOf(day: number, other: number): number {
  return day > other ? day : other;
}

/** Validity is tested on the order date, both ends included. */
function isValidOn({ validFrom, validTo }: LaneTerms, orderDay: number): boolean {
  return (validFrom === notSet || validFrom <= orderDay) && (validTo === notSet || orderDay <= validTo);
}

/** The order day for an arrival: lead time back, then back to the last open order day. Does not throw. */
export function departureFor(work: NodeWork, lane: LaneTerms, needDay: number, leadTime: number): number {
  const { calendars } = work;
  const start = lane.hasWorkingDays ? calendars.subtractOpenDays(siteCalendar(work), needDay, leadTime) : needDay - leadTime;
  return calendars.lastOpen(lane.calendar, start);
}

/** The day on which an order arrives: one lead time later, in days or in working days of the destination. */
export function arrivalOf(work: NodeWork, { leadTimeDays, hasWorkingDays }: LaneTerms, orderDay: number): number {
  return hasWorkingDays ? work.calendars.addOpenDays(siteCalendar(work), orderDay, leadTimeDays) : orderDay + leadTimeDays;
}

function siteCalendar(work: NodeWork): number {
  return work.frame.siteCalendar[work.frame.nodeSite[work.node] ?? 0] ?? 0;
}

/** A line the planner lowered is not filled up again before its window is over (PLN-22). */
function notHeld(work: NodeWork, lane: LaneTerms, orderDay: number): number {
  let day = orderDay;
  for (const line of work.ownFirmLines) {
    const end = heldUntil(work.frame, line);
    if (line.reducedBy > 0 && day >= line.orderDay && day < end) {
      day = work.calendars.nextOpen(lane.calendar, end);
    }
  }
  return day;
}
