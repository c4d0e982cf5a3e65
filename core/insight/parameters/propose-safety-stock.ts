import { addProposal, isOff } from './add-proposal.ts';
import { demandEvidence, judgedTarget, safetyError } from './demand-evidence.ts';
import { expectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';
import { heldSafety, safetyNeed, stockOfDays, typedNeed } from './safety-need.ts';

/** Days of cover are proposed in tenths. */
const stepDays = 0.1;

/**
 * Proposes units or days of safety stock where those typed are off from what the service target needs (POL-57). Where both
 * are typed, the units change. Nodes protected by their target alone, and those with levels, have none. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   proposeSafetyStock(work, { ...readNodePolicy(frame, forecast, result, 1), protection: 'typed', typedStock: 60 });
 *   [work.rows.views.current[0], work.rows.views.proposed[0]] is [60, 17]
 */
export function proposeSafetyStock(work: ProposalWork, policy: NodePolicy): void {
  const { forecast } = work;
  const target = judgedTarget(work, policy);
  if (policy.protection !== 'typed' || target === 0) return;
  const evidence = demandEvidence(work, policy);
  if (evidence === undefined) return;
  const needed = safetyNeed(forecast, policy, target);
  const held = heldSafety(forecast, policy);
  const { typedStock, typedDays, dailyDemand } = policy;
  const inDays = typedStock === undefined;
  const proposed = inDays ? tenthsUp(needed / dailyDemand) : typedNeed(policy, needed);
  const perUnit = inDays ? 1 / dailyDemand : 1;
  const value = {
    current: typedStock ?? typedDays,
    proposed,
    step: inDays ? Math.max(stepDays, policy.step / dailyDemand) : policy.step,
    noise: safetyError(needed, evidence) * perUnit,
  };
  if (!isOff(work, value)) return;
  addProposal(work, policy, {
    kind: 'safety_stock',
    field: inDays ? 'safety_days' : 'safety_stock',
    ...value,
    before: expectedStock(forecast, policy, held),
    after: expectedStock(forecast, policy, inDays ? proposed * dailyDemand : proposed + stockOfDays(policy)),
    receipts: 0,
    weeks: evidence.weeks,
    figures: {
      neededStock: needed,
      sigma: policy.sigma,
      dailyDemand,
      protectionDays: policy.leadTimeDays + policy.reviewDays,
      serviceTarget: target,
    },
  });
}

function tenthsUp(days: number): number {
  return Math.ceil(days * 10 - 1e-9) / 10;
}
