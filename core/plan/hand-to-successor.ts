import { notSet } from '#core/frame/frame-layout.ts';
import { addTo } from './add-to.ts';
import { lookAheadUnplanned } from './look-ahead.ts';
import type { NodeWork } from './node-work.ts';

/** The day (offset) from which the successor of the item in work takes over, or the horizon. Does not throw. */
export function endOfOrders(work: NodeWork): number {
  const { frame, node, horizon } = work;
  if ((frame.nodeSuccessor[node] ?? notSet) === notSet) return horizon;
  return Math.min(horizon, Math.max(0, (frame.nodeSuccessorFrom[node] ?? 0) - work.planDay));
}

/**
 * Hands the demand that is left uncovered from the day of succession on to the successor at the same site (PLN-28):
 * stock and orders of the old item are used up first. Does not throw.
 */
export function handToSuccessor(work: NodeWork): void {
  const { frame, node, demand, unplanned, planned, handedOver, horizon } = work;
  const successor = frame.nodeSuccessor[node] ?? notSet;
  let planTotal = 0;
  let handed = 0;
  for (let day = 0; day < horizon; day += 1) {
    planTotal += planned[day] ?? 0;
    if (day < work.orderEnd) continue;
    const balance = (unplanned[day] ?? 0) + planTotal + handed;
    const moved = Math.min(demand[day] ?? 0, Math.max(0, -balance));
    if (moved === 0) continue;
    handed += moved;
    work.hasHandedOver = true;
    addTo(handedOver, day, moved);
    addTo(demand, day, -moved);
    work.postings.add(successor, day, moved, node);
  }
  if (handed > 0) lookAheadUnplanned(work);
}
