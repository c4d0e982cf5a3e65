import { addServiceProposal, serviceChange } from './add-service-proposal.ts';
import type { NodePolicy } from './node-policy.ts';
import type { ProposalWork } from './proposal-work.ts';

/**
 * Proposes the norm of items like it to a node that is planned by the service target of its own policy row (POL-63), where that
 * changes its safety stock. What a scenario has put in its place is a decision, and not held against the norm. Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   proposeNorm(work, readNodePolicy(frame, forecast, result, 1));
 *   [work.rows.views.current[0], work.rows.views.proposed[0]] is [0.95, 0.9]
 */
export function proposeNorm(work: ProposalWork, policy: NodePolicy): void {
  const { frame, norms, options } = work;
  const { node, serviceTarget, step, sigma } = policy;
  const norm = norms.norms[node] ?? NaN;
  if (!(norm > 0) || !policy.isJudged || policy.protection !== 'target' || serviceTarget !== norms.ownTargets[node]) return;
  const change = serviceChange(work, policy, norm);
  if (Math.abs(norm - serviceTarget) <= options.serviceTolerance + 1e-9) return;
  if (Math.abs(change.needed - change.held) <= step * (1 + 1e-9)) return;
  const usageClass = frame.itemClass[frame.nodeItem[node] ?? 0] ?? 0;
  addServiceProposal(work, change, { kind: 'service_norm', figures: { norm, usageClass, sigma } });
}
