import { notSet } from '#core/frame/frame-layout.ts';
import { arrivalOf, chooseLaneFrom } from '#core/plan/choose-lane.ts';
import type { NodeWork } from '#core/plan/node-work.ts';

/** On which days a node may order, and when that arrives; days are offsets from the plan day. */
export interface OrderDays {
  /** The lane orders go on; notSet where there is none, or nothing is ordered. */
  readonly lane: number;
  /** The day on which an order of each day arrives if all goes well; -1 on days without orders. */
  readonly arrival: Int32Array;
}

/**
 * The order days of the node in work over the first `days` days (rule SIM-24): the lane is the one an order of the plan day would go
 * on; an order leaves when the node's fence is over, on a day on which the lane takes orders, until the item's successor takes over.
 * To be called when the node was planned. Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   orderDaysOf(work, 3) is { lane: 0, arrival: [14, 15, 16] }
 */
export function orderDaysOf(work: NodeWork, days: number): OrderDays {
  const { frame, node, placement, planDay, calendars } = work;
  const arrival = new Int32Array(days).fill(-1);
  if (!chooseLaneFrom(work, planDay)) return { lane: notSet, arrival };
  const { lane } = placement;
  const fence = frame.nodeFenceDays[node] ?? 0;
  for (let day = 0; day < days && day < work.orderEnd; day += 1) {
    const leaves = planDay + day + fence;
    if (calendars.nextOpen(lane.calendar, leaves) === leaves) arrival[day] = arrivalOf(work, lane, leaves) - planDay;
  }
  return { lane: lane.lane, arrival };
}
