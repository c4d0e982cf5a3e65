import { chooseLaneFrom } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { sizeLot } from './size-lot.ts';
import { writeLot } from './write-lines.ts';

/**
 * Orders on review days so much that the balance holds the protected level until the receipt of the next review
 * (PLN-17). Review days are every `review_days` from the plan day, moved to the next open order day; without them
 * every open order day. O(days), does not throw.
 */
export function planPeriodic(work: NodeWork, reason: number): void {
  const { unplanned, level, horizon, placement, requirement, planDay } = work;
  /** Days before this one were looked at. */
  let counted = 0;
  let review = 0;
  while (review < work.orderEnd) {
    if (!chooseLaneFrom(work, planDay + review)) {
      noteUnsourced(work, counted);
      return;
    }
    const { lane, orderDay, receiptDay } = placement;
    const next = Math.max(review + Math.max(1, lane.reviewDays), orderDay - planDay + 1);
    const arrival = receiptDay - planDay;
    const end = Math.min(horizon, chooseLaneFrom(work, planDay + next) ? placement.receiptDay - planDay : horizon);
    placement.lane = lane;
    placement.orderDay = orderDay;
    placement.receiptDay = receiptDay;
    let needDay = -1;
    let coverDay = arrival;
    let net = 0;
    for (let day = counted; day < end; day += 1) {
      const short = (level[day] ?? 0) - (unplanned[day] ?? 0) - work.plannedTotal;
      if (short > 0 && needDay < 0) needDay = day;
      if (day >= arrival && short > net) {
        net = short;
        coverDay = day;
      }
    }
    counted = Math.max(counted, end);
    review = next;
    if (net <= 0) continue;
    requirement.needDay = Math.min(needDay, arrival);
    requirement.forecastThrough = coverDay;
    requirement.ordersThrough = coverDay;
    requirement.supplyThrough = coverDay;
    requirement.firmThrough = coverDay;
    requirement.peggedOrders = -1;
    requirement.peggedDependent = -1;
    requirement.target = level[coverDay] ?? 0;
    requirement.net = net;
    sizeLot(work);
    requirement.reason = reason;
    writeLot(work);
  }
}

function noteUnsourced(work: NodeWork, from: number): void {
  for (let day = from; day < work.horizon; day += 1) {
    const short = (work.level[day] ?? 0) - (work.unplanned[day] ?? 0) - work.plannedTotal;
    if (short > 0 && work.unsourced === 0) work.unsourcedDay = day;
    work.unsourced = Math.max(work.unsourced, short);
  }
}
