import { addProposal, isOff } from './add-proposal.ts';
import { demandEvidence, judgedTarget } from './demand-evidence.ts';
import { expectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';
import { inPacks, orderBetween } from './usual-order.ts';
import { wantedLow, wantedOrder } from './wanted-levels.ts';

/**
 * Proposes another minimum or reorder point where the typed one is off from what demand, lead time and service target ask
 * for, and another maximum where the order between the levels is (POL-58). A review that fills to a maximum has that
 * alone. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   const levels = { method: 'reorder_point', protection: 'levels', min: 90, max: 0 };
 *   proposeLevels(work, { ...readNodePolicy(frame, forecast, result, 1), ...levels });
 *   work.rows.views.proposed[0] === 31 (14 expected and 17 for safety)
 */
export function proposeLevels(work: ProposalWork, policy: NodePolicy): void {
  const { forecast } = work;
  const target = judgedTarget(work, policy);
  if (policy.protection !== 'levels' || target === 0) return;
  const evidence = demandEvidence(work, policy);
  if (evidence === undefined) return;
  const { method, min = 0, max, leadDemand, step } = policy;
  const fillsOnReview = method === 'periodic';
  const low = fillsOnReview ? max : min;
  const wanted = wantedLow(forecast, policy, target, evidence);
  const ofLevel = { current: low, proposed: wanted.quantity, step, noise: wanted.error };
  const isLowOff = isOff(work, ofLevel);
  const newLow = isLowOff ? wanted.quantity : low;
  const order = wantedOrder(policy, newLow, evidence);
  const common = {
    kind: 'levels',
    step,
    receipts: 0,
    weeks: evidence.weeks,
    figures: {
      neededStock: wanted.neededStock,
      sigma: policy.sigma,
      dailyDemand: policy.dailyDemand,
      protectionDays: policy.leadTimeDays + policy.reviewDays,
      serviceTarget: target,
      orderQty: fillsOnReview ? policy.orderQty : order.quantity,
    },
  } as const;

  const between = fillsOnReview || max === 0 ? policy.orderQty : orderBetween(policy, newLow, max);
  const atLow = expectedStock(forecast, { ...policy, orderQty: between }, newLow - leadDemand);
  if (isLowOff) {
    const before = expectedStock(forecast, policy, low - leadDemand);
    addProposal(work, policy, { ...common, ...ofLevel, field: fillsOnReview ? 'max_qty' : 'min_qty', before, after: atLow });
  }
  if (fillsOnReview || max === 0) return;
  const ofHigh = { ...common, current: max, proposed: inPacks(newLow + order.quantity, step), noise: order.error };
  const orderQty = orderBetween(policy, newLow, ofHigh.proposed);
  // A maximum below the minimum has to follow it, and one that changes no order says nothing.
  if (max >= newLow && (orderQty === between || !isOff(work, ofHigh))) return;
  const after = expectedStock(forecast, { ...policy, orderQty }, newLow - leadDemand);
  addProposal(work, policy, { ...ofHigh, field: 'max_qty', before: atLow, after });
}
