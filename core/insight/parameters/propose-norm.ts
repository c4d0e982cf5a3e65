import { addServiceProposal, serviceChange } from './add-service-proposal.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';

/**
 * Proposes the norm of its ABC class to a node that is planned by a service target of its own (POL-63), where that changes its
 * safety stock. Does not throw.
 */
export function proposeNorm(work: ProposalWork, policy: NodePolicy): void {
  const { frame, options } = work;
  const usageClass = frame.itemClass[frame.nodeItem[policy.node] ?? 0] ?? 0;
  const norm = options.serviceNorms?.[usageClass];
  if (norm === undefined || !policy.isJudged || policy.protection !== 'target') return;
  const change = serviceChange(work, policy, norm);
  if (Math.abs(norm - policy.serviceTarget) <= options.serviceTolerance + 1e-9) return;
  if (Math.abs(change.needed - change.held) <= policy.step * (1 + 1e-9)) return;
  addServiceProposal(work, change, { kind: 'service_norm', figures: { norm, usageClass, sigma: policy.sigma } });
}
