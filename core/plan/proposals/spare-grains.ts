import { calendarLeadDays } from '#core/frame/calendar-lead-days.ts';
import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

const reorderPoint = codeOf(planMethods, 'reorder_point');
const periodic = codeOf(planMethods, 'periodic');
/** Above the standard normal quantile of any service target in use: 0.99997. */
const safetyFactor = 4;

/**
 * What each node can give away for good, in grains (REB-7): its surplus, and no more than lets it go on without ordering.
 * A node for which anything is proposed gives nothing. Does not throw.
 *
 * @example 50 in stock, 10 protected, a demand of 15 → 25 pieces
 */
export function spareGrains(frame: Frame, plan: PlanResult): Float64Array {
  const spare = new Float64Array(frame.meta.nodes);
  for (let node = 0; node < spare.length; node += 1) {
    const surplus = plan.nodeSurplus[node] ?? 0;
    if (surplus <= 0 || hasProposals(plan, node)) continue;
    spare[node] = Math.floor(Math.max(0, Math.min(surplus, aboveTrigger(frame, plan, node, surplus))) / growth(frame, node));
  }
  return spare;
}

/** How much the node can do without before its own rule orders. */
function aboveTrigger(frame: Frame, plan: PlanResult, node: number, surplus: number): number {
  const method = frame.nodeMethod[node];
  // The point itself triggers an order: what is left has to lie above it.
  if (method === reorderPoint) return surplus - 1;
  if (method !== periodic || !((frame.nodeMaxQty[node] ?? 0) > 0)) return surplus;
  const low = Math.max(0, frame.nodeMinQty[node] ?? 0);
  const fillsBelow = low > 0 ? low : (frame.nodeMaxQty[node] ?? 0);
  // Without lines of its own the lowest balance is that without orders.
  return (plan.nodeLowestBalance[node] ?? 0) - fillsBelow;
}

/**
 * By how much the need of a node grows with a unit it gives away. What leaves counts as its demand, and a protection
 * that follows the mean demand of 28 days rises with it: safety days, a computed reorder point, uncertain lead times.
 */
function growth(frame: Frame, node: number): number {
  const days = Math.min(28, frame.meta.horizonDays);
  const lane = frame.laneStart[node] ?? 0;
  const hasLane = lane !== frame.laneStart[node + 1];
  const isPointComputed = frame.nodeMethod[node] === reorderPoint && (frame.nodeMinQty[node] ?? notSet) < 0;
  const coverDays = isPointComputed && hasLane ? calendarLeadDays(frame, node, lane) + (frame.laneReviewDays[lane] ?? 0) : 0;
  const leadTimeSd = hasLane ? Math.max(0, frame.laneLeadTimeSd[lane] ?? 0) : 0;
  const safetyDays = Math.max(0, frame.nodeSafetyDays[node] ?? 0);
  const followed = coverDays + safetyDays + safetyFactor * leadTimeSd;
  return followed === 0 ? 1 : 1 + (followed + 1) / days;
}

/** Whether a plan proposes any line for a node; firm lines, which come first, are decided. Does not throw. */
export function hasProposals(plan: PlanResult, node: number): boolean {
  const end = plan.nodeOrderStart[node + 1] ?? 0;
  return end > (plan.nodeOrderStart[node] ?? 0) && plan.orderFirm[end - 1] === notSet;
}
