import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

const reorderPoint = codeOf(planMethods, 'reorder_point');
const periodic = codeOf(planMethods, 'periodic');

/**
 * What each node can give away for good, in grains (REB-7): its surplus, and no more than lets it go on without ordering.
 * A node for which anything is proposed gives nothing. Does not throw.
 *
 * @example 60 in stock, 10 protected, a demand of 20 → 30 pieces
 */
export function spareGrains(frame: Frame, plan: PlanResult): Float64Array {
  const spare = new Float64Array(frame.meta.nodes);
  for (let node = 0; node < spare.length; node += 1) {
    const surplus = plan.nodeSurplus[node] ?? 0;
    if (surplus <= 0 || hasProposals(plan, node)) continue;
    const method = frame.nodeMethod[node];
    if (method === reorderPoint) {
      // The point itself triggers an order: what is left has to lie above it.
      spare[node] = surplus - 1;
    } else if (method === periodic && (frame.nodeMaxQty[node] ?? 0) > 0) {
      const low = frame.nodeMinQty[node] ?? 0;
      const fillsBelow = low > 0 ? low : (frame.nodeMaxQty[node] ?? 0);
      // Without lines of its own the lowest balance is that without orders.
      spare[node] = Math.max(0, Math.min(surplus, (plan.nodeLowestBalance[node] ?? 0) - fillsBelow));
    } else {
      spare[node] = surplus;
    }
  }
  return spare;
}

/** Whether a plan proposes any line for a node; firm lines, which come first, are decided. Does not throw. */
export function hasProposals(plan: PlanResult, node: number): boolean {
  const end = plan.nodeOrderStart[node + 1] ?? 0;
  return end > (plan.nodeOrderStart[node] ?? 0) && plan.orderFirm[end - 1] === notSet;
}
