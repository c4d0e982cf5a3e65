import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { NodePolicy } from '#core/insight/parameters/node-policy.ts';
import type { NetworkStage } from './network-stage.ts';
import type { LeftOutReason } from './placement-columns.ts';

const transfer = codeOf(orderKinds, 'transfer');

/**
 * Why a site keeps its network from a placement (POL-84); undefined where it does not. `components`: 1 per node that goes into
 * a product. Does not throw.
 *
 * @example leftOutReason(frame, readNodePolicy(frame, forecast, result, 1), { meanDemand: 1, kind: 'free' }, false,
 *   Uint8Array.of(0, 1)) === 'component'
 */
export function leftOutReason(
  frame: Frame,
  policy: NodePolicy,
  stage: NetworkStage,
  isSupplying: boolean,
  components: Uint8Array,
): LeftOutReason | undefined {
  const { node, method } = policy;
  if (sharesWithTransfer(frame, node)) return 'shares';
  if (components[node] === 1) return 'component';
  if (method === 'none' || method === 'make_to_order') return 'not_stocked';
  if (isSucceeded(frame, node)) return 'replaced';
  if (frame.laneStart[node] === frame.laneStart[node + 1]) return 'not_supplied';
  if (isSupplying && stage.kind === 'fixed') return 'levels';
  if (!(stage.meanDemand > 0)) return undefined;
  if (!policy.isJudged) return 'unknown_spread';
  // What a typed stock stands for would grow with every placement that is accepted.
  return stage.kind !== 'fixed' && !(policy.serviceTarget > 0) ? 'no_target' : undefined;
}

/**
 * The nodes that a bill of materials asks for, whenever it holds; 1 per node. O(nodes), does not throw.
 *
 * @example componentsOf({ bomNode: [2], meta: { nodes: 3 } }) is [0, 0, 1]
 */
export function componentsOf({ bomNode, meta }: Frame): Uint8Array {
  const components = new Uint8Array(meta.nodes);
  for (const node of bomNode) components[node] = 1;
  return components;
}

function sharesWithTransfer({ laneStart, laneShare, laneKind }: Frame, node: number): boolean {
  let shares = 0;
  let hasTransfer = false;
  for (let lane = laneStart[node] ?? 0; lane < (laneStart[node + 1] ?? 0); lane += 1) {
    if (!((laneShare[lane] ?? 0) > 0)) continue;
    shares += 1;
    if (laneKind[lane] === transfer) hasTransfer = true;
  }
  return shares > 1 && hasTransfer;
}

/** Whether another item takes over before the horizon ends (PLN-28). */
function isSucceeded({ nodeSuccessor, nodeSuccessorFrom, meta }: Frame, node: number): boolean {
  return nodeSuccessor[node] !== notSet && (nodeSuccessorFrom[node] ?? 0) < meta.planDay + meta.horizonDays;
}
