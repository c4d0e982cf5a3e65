import { addProposal, isOff, type ProposedValue } from './add-proposal.ts';
import { demandDrift, type DemandDrift } from './demand-drift.ts';
import { demandEvidence, judgedTarget } from './demand-evidence.ts';
import { expectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalField } from './proposal-columns.ts';
import type { ProposalWork } from './proposal-work.ts';
import { heldSafety, safetyNeed, typedNeed } from './safety-need.ts';
import { inPacks, orderBetween } from './usual-order.ts';
import { wantedLow, wantedOrder } from './wanted-levels.ts';

/** A typed quantity, what it should be, and the node once it is. */
interface Review {
  readonly field: ProposalField;
  readonly current: number;
  readonly proposed: number;
  readonly changed: NodePolicy;
}

/**
 * Names typed quantities where demand has moved since a year ago, by more than a share and more than chance (POL-65). What is proposed is what the service target asks for, without one the typed quantity in
 * proportion to demand. Does not throw.
 *
 * @example const historyQty = Float32Array.from({ length: 130 }, (_, at) => (at % 65 < 52 ? 4000 : 8000) + 1000 * (at % 2));
 *   const grown = { ...frame, meta: { ...frame.meta, historyWeeks: 65 }, historyQty };
 *   const work = createProposalWork(frame, grown, forecast, result, usualOptions);
 *   proposeReview(work, { ...readNodePolicy(frame, forecast, result, 1), protection: 'typed', typedStock: 10 });
 *   work.rows.views.proposed[0] === 17
 */
export function proposeReview(work: ProposalWork, policy: NodePolicy): void {
  const { frame, forecast } = work;
  const { protection, typedStock } = policy;
  const isTyped = protection === 'levels' || (protection === 'typed' && typedStock !== undefined);
  if (!policy.isJudged || !isTyped) return;
  const drift = demandDrift(frame, policy.node);
  if (drift === undefined || !hasMoved(work, drift)) return;
  let before = policy;
  for (const { field, current, proposed, changed } of reviewsOf(work, policy, drift.now / drift.before)) {
    const noise = Math.abs(proposed - current) / Math.abs(drift.deviations);
    const value: ProposedValue = { current, proposed, step: policy.step, noise };
    // What has to change against the drift has other reasons.
    if (!isOff(work, value) || proposed > current !== drift.now > drift.before) continue;
    addProposal(work, policy, {
      kind: 'stale',
      field,
      ...value,
      before: expectedStock(forecast, before, heldSafety(forecast, before)),
      after: expectedStock(forecast, changed, heldSafety(forecast, changed)),
      receipts: 0,
      weeks: drift.weeks,
      figures: { weeklyBefore: drift.before, weeklyNow: drift.now, deviations: drift.deviations },
    });
    before = changed;
  }
}

function hasMoved({ options }: ProposalWork, { before, now, deviations }: DemandDrift): boolean {
  const shift = Math.abs(now - before);
  return before > 0 && shift >= options.staleShift * before && Math.abs(deviations) >= options.standardErrors;
}

/** What each typed quantity should be; those of levels one after the other. */
function reviewsOf(work: ProposalWork, policy: NodePolicy, ratio: number): readonly Review[] {
  const { method, min, max, step, typedStock } = policy;
  const evidence = demandEvidence(work, policy);
  const target = judgedTarget(work, policy);
  const isWanted = target > 0 && evidence !== undefined;
  const scaled = (quantity: number): number => inPacks(quantity * ratio, step);
  if (policy.protection === 'typed') {
    const proposed = isWanted ? typedNeed(policy, safetyNeed(work.forecast, policy, target)) : scaled(typedStock ?? 0);
    return [{ field: 'safety_stock', current: typedStock ?? 0, proposed, changed: { ...policy, typedStock: proposed } }];
  }
  const wanted = isWanted ? wantedLow(work.forecast, policy, target, evidence) : undefined;
  if (method === 'periodic') {
    const proposed = wanted?.quantity ?? scaled(max);
    return [{ field: 'max_qty', current: max, proposed, changed: { ...policy, max: proposed } }];
  }
  const low = wanted?.quantity ?? scaled(min ?? 0);
  const between = (floor: number, ceiling: number): number =>
    max === 0 ? policy.orderQty : orderBetween(policy, floor, ceiling);
  const atLow = { ...policy, min: low, orderQty: between(low, max) };
  const ofLow: Review = { field: 'min_qty', current: min ?? 0, proposed: low, changed: atLow };
  if (max === 0) return [ofLow];
  const order = isWanted ? wantedOrder(policy, low, evidence).quantity : scaled(max - (min ?? 0));
  const high = inPacks(low + order, step);
  return [
    ofLow,
    { field: 'max_qty', current: max, proposed: high, changed: { ...atLow, max: high, orderQty: between(low, high) } },
  ];
}
