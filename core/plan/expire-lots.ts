import { codeOf, planMethods } from '#core/frame/codes.ts';
import { addTo } from './add-to.ts';
import { chooseLaneForNeed } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';

const timePhased = codeOf(planMethods, 'time_phased');
const periodic = codeOf(planMethods, 'periodic');

/**
 * Lowers `adjustment` on the day a lot stops counting by what is left of it (PLN-2). Demand takes the lot that
 * expires first, then stock without a date; demand that waits is served by a lot as soon as it is released.
 * An order that can come in time serves its demand itself; orders that cannot leave the demand to wait. O(days × lots).
 * Does not throw.
 */
export function expireLots(work: NodeWork): void {
  if (work.lots === 0) return;
  const { adjustment, demand, open, firm, lotExpiry, lotRelease, lotQty, lots, horizon } = work;
  let undated = work.opening;
  for (let lot = 0; lot < lots; lot += 1) {
    if (lotRelease[lot] === 0) undated -= lotQty[lot] ?? 0;
  }
  // Behind the last expiry nothing of any lot is left.
  const end = Math.min(horizon, (lotExpiry[lots - 1] ?? 0) + 1);
  for (let day = 0; day < end; day += 1) {
    let released = 0;
    let expired = 0;
    for (let lot = 0; lot < lots; lot += 1) {
      if (day > 0 && lotRelease[lot] === day) released += lotQty[lot] ?? 0;
      if (lotExpiry[lot] === day) {
        expired += lotQty[lot] ?? 0;
        lotQty[lot] = 0;
      }
    }
    // Undated releases are what the adjustment holds beyond the dated lots released on the day.
    undated += (adjustment[day] ?? 0) - released + (open[day] ?? 0) + (firm[day] ?? 0);
    if (expired > 0) addTo(adjustment, day, -expired);
    let wanted = (demand[day] ?? 0) + Math.max(0, -undated);
    undated = Math.max(0, undated);
    for (let lot = 0; lot < lots && wanted > 0; lot += 1) {
      if ((lotRelease[lot] ?? 0) > day) continue;
      const taken = Math.min(wanted, lotQty[lot] ?? 0);
      lotQty[lot] = (lotQty[lot] ?? 0) - taken;
      wanted -= taken;
    }
    undated -= wanted;
    // What an order brings in time does not wait for a later lot.
    if (undated < 0 && canComeInTime(work, day)) undated = 0;
  }
}

/**
 * Only where needs are ordered for their day: an item made to order waits for all stock it has, and a position is
 * looked at without regard to the day on which something is short.
 */
function canComeInTime(work: NodeWork, day: number): boolean {
  const method = work.frame.nodeMethod[work.node];
  if ((method !== timePhased && method !== periodic) || day >= work.orderEnd) return false;
  return chooseLaneForNeed(work, work.planDay + day) && work.placement.receiptDay <= work.planDay + day;
}
