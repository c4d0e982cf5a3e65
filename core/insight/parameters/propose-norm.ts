import { addProposal } from './add-proposal.ts';
import { expectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';
import { safetyNeed } from './safety-need.ts';

/**
 * Proposes the norm of its ABC class to a node that is planned by a service target of its own (POL-63), where that changes its
 * safety stock. Does not throw.
 */
export function proposeNorm(work: ProposalWork, policy: NodePolicy): void {
  const { frame, forecast, options } = work;
  const usageClass = frame.itemClass[frame.nodeItem[policy.node] ?? 0] ?? 0;
  const norm = options.serviceNorms?.[usageClass];
  if (norm === undefined || !policy.isJudged || policy.protection !== 'target') return;
  if (Math.abs(norm - policy.serviceTarget) <= options.serviceTolerance + 1e-9) return;
  const held = safetyNeed(forecast, policy, policy.serviceTarget);
  const needed = safetyNeed(forecast, policy, norm);
  if (Math.abs(needed - held) <= policy.step * (1 + 1e-9)) return;
  addProposal(work, policy, {
    kind: 'service_norm',
    field: 'service_target',
    current: policy.serviceTarget,
    proposed: norm,
    step: options.serviceTolerance,
    noise: 0,
    before: expectedStock(forecast, policy, held),
    after: expectedStock(forecast, policy, needed),
    receipts: 0,
    weeks: 0,
    figures: { norm, usageClass, sigma: policy.sigma },
  });
}
