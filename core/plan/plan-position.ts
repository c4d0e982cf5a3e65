import { notSet } from '#core/frame/frame-layout.ts';
import { arrivalOf, chooseLaneFrom } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { sizeLot } from './size-lot.ts';
import { writeLot } from './write-lines.ts';

/** When the position triggers an order, and up to what it is raised. */
export interface PositionRule {
  /** `below` for min/max, `atOrBelow` for a reorder point. */
  readonly trigger: 'below' | 'atOrBelow';
  readonly reason: number;
  /** Whether the position is looked at on a day (offset from the plan day). */
  isReviewed(work: NodeWork, day: number): boolean;
  level(work: NodeWork): number;
  /** The level an order fills up to, or 0 where the lot rule alone says how much. */
  fillTo(work: NodeWork): number;
}

/**
 * Orders on the day the inventory position falls to the level (PLN-16). Position on day t = stock with the demand up to
 * t, plus every open, firm and planned receipt due up to one lead time later, minus the orders and dependent demand
 * due in that time (for a reorder point, due so far): what comes later than the lead time cannot hide a stock-out. O(days), does not throw.
 * Source: Odoo 18, stock.warehouse.orderpoint `_compute_qty_to_order` (forecast at the lead-time date below minimum, up to maximum).
 */
export function planPosition(work: NodeWork, rule: PositionRule): void {
  const { forecast, orders, dependent, open, firm, adjustment, horizon, placement, requirement } = work;
  const isBelowRule = rule.trigger === 'below';
  const low = rule.level(work);
  const fillTo = rule.fillTo(work);
  const sourced = chooseLaneFrom(work, work.planDay);
  const safetyLeadDays = work.frame.nodeSafetyLeadTimeDays[work.node] ?? 0;
  const isSteady = sourced && hasSteadyLeadTime(work);
  const { lane } = placement;
  let { orderDay } = placement;
  let last = -1;
  let position = work.opening;
  let through = -1;
  let asked = -1;
  for (let day = 0; day < work.orderEnd; day += 1) {
    position += (adjustment[day] ?? 0) - (forecast[day] ?? 0);
    if (isSteady) {
      // Until its day comes, it is one and the same order.
      if (orderDay < work.planDay + day) orderDay = work.calendars.nextOpen(lane.calendar, work.planDay + day);
      last = Math.min(horizon - 1, orderDay - work.planDay + lane.leadTimeDays + safetyLeadDays);
    } else last = Math.max(last, lastDayOfPosition(work, day, safetyLeadDays));
    for (; through < last; through += 1) position += (open[through + 1] ?? 0) + (firm[through + 1] ?? 0);
    // Odoo's minimum looks at the stock when an order would arrive; a reorder point holds the demand until then already.
    const ordersLast = isBelowRule ? last : day;
    for (; asked < ordersLast; asked += 1) position -= (orders[asked + 1] ?? 0) + (dependent[asked + 1] ?? 0);
    const reached = position + work.plannedTotal;
    const isDue = isBelowRule ? reached < low : reached <= low;
    if (!isDue || !rule.isReviewed(work, day)) continue;
    if (!chooseLaneFrom(work, work.planDay + day)) {
      if (work.unsourced === 0) work.unsourcedDay = day;
      work.unsourced = Math.max(work.unsourced, Math.max(low, fillTo) - reached);
      continue;
    }
    // Waiting for the next order day is the lane's rhythm; only what comes on top of it (a fence, a held line) is late.
    const due = work.calendars.nextOpen(placement.lane.calendar, work.planDay + day);
    requirement.needDay = arrivalOf(work, placement.lane, due) - work.planDay;
    requirement.forecastThrough = day;
    requirement.ordersThrough = ordersLast;
    requirement.supplyThrough = last;
    requirement.firmThrough = last;
    requirement.peggedOrders = -1;
    requirement.peggedDependent = -1;
    requirement.target = Math.max(low, fillTo);
    requirement.net = requirement.target - reached;
    sizePositionLot(work, rule);
    requirement.reason = rule.reason;
    if (requirement.lot > 0) writeLot(work);
  }
}

/** Whether orders go on the lane of the placement whenever they are placed, and take the same number of days from their order day. */
function hasSteadyLeadTime({ hasFirm, firstLane, placement }: NodeWork): boolean {
  const { lane } = placement;
  if (hasFirm || lane !== firstLane || lane.hasWorkingDays) return false;
  return lane.validFrom === notSet && lane.validTo === notSet;
}

/** The day (offset) up to which receipts and demand count: on which an order of `day` would arrive. */
function lastDayOfPosition(work: NodeWork, day: number, safetyLeadDays: number): number {
  if (!chooseLaneFrom(work, work.planDay + day)) return day;
  return Math.min(work.horizon - 1, work.placement.receiptDay - work.planDay + safetyLeadDays);
}

/** Up to the fill level as it is; at a reorder point a lot by the lot rule that lifts the position above the point. */
function sizePositionLot(work: NodeWork, rule: PositionRule): void {
  if (rule.fillTo(work) > 0 || rule.trigger === 'below') {
    sizeLot(work);
    return;
  }
  const coverNext = Math.round(work.dailyDemand * Math.max(1, work.placement.lane.reviewDays));
  sizeLot(work, Math.max(1, coverNext));
}
