import { addProposal, type NewProposal } from './add-proposal.ts';
import { expectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';
import { safetyNeed } from './safety-need.ts';

/** Another service target for a node that is planned by one, and the safety stock before and after, in stock units. */
export interface ServiceChange {
  readonly policy: NodePolicy;
  readonly target: number;
  readonly held: number;
  readonly needed: number;
}

/**
 * What another target does to the safety stock of a node. Does not throw.
 *
 * @example const { held, needed } = serviceChange({ forecast }, readNodePolicy(frame, forecast, result, 1), 0.9);
 *   [held, needed] is [17, 12]
 */
export function serviceChange({ forecast }: ProposalWork, policy: NodePolicy, target: number): ServiceChange {
  return {
    policy,
    target,
    held: safetyNeed(forecast, policy, policy.serviceTarget),
    needed: safetyNeed(forecast, policy, target),
  };
}

/**
 * Appends the proposal of a service target, which rests on no receipts and no noise. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   const change = serviceChange(work, readNodePolicy(frame, forecast, result, 1), 0.9);
 *   addServiceProposal(work, change, { kind: 'service_norm', figures: {} });
 *   work.rows.views.proposed[0] === 0.9
 */
export function addServiceProposal<Kind extends 'service_norm' | 'service_optimum'>(
  work: ProposalWork,
  { policy, target, held, needed }: ServiceChange,
  { kind, figures }: Pick<NewProposal<Kind>, 'kind' | 'figures'>,
): void {
  addProposal<Kind>(work, policy, {
    kind,
    figures,
    field: 'service_target',
    current: policy.serviceTarget,
    proposed: target,
    step: work.options.serviceTolerance,
    noise: 0,
    before: expectedStock(work.forecast, policy, held),
    after: expectedStock(work.forecast, policy, needed),
    receipts: 0,
    weeks: 0,
  });
}
