import type { NodePolicy } from './node-policy.ts';
import { pastDemand, soldWeeks } from './past-demand.ts';
import type { ProposalWork } from './proposal-work.ts';

/** Weeks over which the scatter of demand is measured, and that a level is worth, as the forecast has them (DEM-73). */
const scatterWeeks = 52;
const levelWeeks = 14;
/** Demand of which less comes from the node itself scatters in ways its own history does not show. */
const leastOwnShare = 0.8;

/** How sure the demand of a node is. */
export interface DemandEvidence {
  readonly weeks: number;
  /** Standard error of the mean demand per day. */
  readonly demandError: number;
}

/**
 * Whether the demand of a node is its own, so that its history shows how it scatters (POL-60). Does not throw.
 *
 * @example isOwnDemand({ ownDemand: 7, dailyDemand: 10 }) === false (three of ten are orders of other nodes)
 */
export function isOwnDemand({ ownDemand, dailyDemand }: Pick<NodePolicy, 'ownDemand' | 'dailyDemand'>): boolean {
  return ownDemand >= leastOwnShare * dailyDemand;
}

/**
 * What the history says about how well the demand of a node is known; undefined where it is too short, or where much of the
 * demand comes from other nodes, whose scatter is not that of the node (POL-60). Does not throw.
 * Source: the standard error of a mean, σ ÷ √n.
 *
 * @example demandEvidence({ frame, options: usualOptions }, readNodePolicy(frame, forecast, result, 1)) ≈ { weeks: 51,
 *   demandError: 0.201469 }
 */
export function demandEvidence({ frame, options }: ProposalWork, policy: NodePolicy): DemandEvidence | undefined {
  if (!policy.isJudged || !isOwnDemand(policy)) return undefined;
  const { historyWeeks } = frame.meta;
  const { weeks } = pastDemand(frame, policy.node, historyWeeks - soldWeeks(frame, policy.node, scatterWeeks), historyWeeks);
  if (weeks < options.leastWeeks) return undefined;
  return { weeks, demandError: policy.weeklySd / 7 / Math.sqrt(Math.min(weeks, levelWeeks)) };
}

/**
 * Standard error of a safety stock, of the deviation it follows from, in the unit of the stock. Does not throw. Source: the
 * standard error of a normal deviation, σ ÷ √(2·(n - 1)).
 *
 * @example safetyError(20, { weeks: 51 }) === 2
 */
export function safetyError(safetyStock: number, { weeks }: DemandEvidence): number {
  return Math.abs(safetyStock) / Math.sqrt(2 * Math.max(1, weeks - 1));
}

/**
 * The target a node is judged by: its own, else the norm of items like it; 0 without either. Does not throw.
 * Source: POL-63.
 *
 * @example judgedTarget({ norms: { norms: [0.9] } }, { node: 0, serviceTarget: 0 }) === 0.9
 */
export function judgedTarget({ norms }: Pick<ProposalWork, 'norms'>, policy: Pick<NodePolicy, 'node' | 'serviceTarget'>): number {
  return policy.serviceTarget > 0 ? policy.serviceTarget : norms.norms[policy.node] || 0;
}
