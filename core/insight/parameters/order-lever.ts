import { grainsPerUnit } from '#core/base/quantity.ts';
import { codeOf, lotRules } from '#core/frame/codes.ts';
import { judgedTarget } from './demand-evidence.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';
import { orderBetween, rulesByCost, usualOrder } from './usual-order.ts';

const fixed = codeOf(lotRules, 'fixed');

/** The parameter by which the usual order of a node is set, quantities in stock units. */
export interface OrderLever {
  readonly field: 'moq' | 'max_qty';
  readonly current: number;
  /** What is ordered at least, whatever the parameter says. */
  readonly least: number;
  /** The value of the parameter for a usual order. */
  valueFor(order: number): number;
  /** The node with that value. */
  policyFor(order: number): NodePolicy;
}

/**
 * What sets the size of a node's orders in the plan (POL-67): of levels the maximum, of a fixed lot without multiple and minimum
 * the maximum it stands for, else the minimum of the lane, to which every lot is raised (PLN-11). Undefined where a lot rule
 * weighs costs itself, where a review fills to a maximum, where a service target decides on the levels (POL-58), and for a minimum
 * where several lanes would get it. What the supplier asks for at least is that of the package. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   orderLever(work, readNodePolicy(frame, forecast, result, 0)).field === 'moq'
 */
export function orderLever(work: ProposalWork, policy: NodePolicy): OrderLever | undefined {
  const { base, frame } = work;
  const { node, method, lotRule, max, min = 0, pack, step, minimum } = policy;
  if (rulesByCost.includes(lotRule)) return undefined;
  if ((method === 'min_max' || method === 'reorder_point') && max > 0) {
    if (lotRule === fixed || judgedTarget(work, policy) > 0) return undefined;
    const policyFor = (order: number): NodePolicy => ({ ...policy, max: min + order });
    return { field: 'max_qty', current: max, least: orderBetween(policy, 0, 0), valueFor: (order) => min + order, policyFor };
  }
  if (method === 'min_max' || (method === 'periodic' && max > 0)) return undefined;
  if (lotRule === fixed && pack === step && minimum === 0 && max > 0) {
    const policyFor = (order: number): NodePolicy => ({ ...policy, max: order });
    return { field: 'max_qty', current: max, least: usualOrder(policyFor(0)), valueFor: (order) => order, policyFor };
  }
  const lane = frame.laneStart[node] ?? 0;
  if ((frame.laneStart[node + 1] ?? 0) - lane !== 1) return undefined;
  const ofWeek = policy.dailyDemand * Math.max(7, policy.reviewDays);
  const policyFor = (order: number): NodePolicy => ({ ...policy, minimum: order, fillOrderQty: Math.max(order, ofWeek) });
  const ofSupplier = (base.laneMoq[lane] ?? 0) / grainsPerUnit(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
  return { field: 'moq', current: minimum, least: usualOrder(policyFor(ofSupplier)), valueFor: (order) => order, policyFor };
}
