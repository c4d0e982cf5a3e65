import { stageStock } from './stage-stock.ts';
import type { ServiceTimeProblem } from './service-time-problem.ts';

/**
 * Whole periods until all inputs of each node are there, when every node promises `outbound`: the longest promise of its
 * suppliers, over all arcs. O(nodes + arcs), does not throw.
 * Source: as for `demandSeen`.
 *
 * @example inboundTimesOf({ leastInbound: [0, 0, 0], from: [0, 1], to: [2, 2] }, [2, 5, 0]) is [0, 0, 5]
 */
export function inboundTimesOf({ leastInbound, from, to }: ServiceTimeProblem, outbound: Int32Array): Int32Array {
  const inbound = leastInbound.slice();
  for (let arc = 0; arc < from.length; arc += 1) {
    const consumer = to[arc]!; // inside the loop's bound
    inbound[consumer] = Math.max(inbound[consumer]!, outbound[from[arc]!]!); // arcs join nodes
  }
  return inbound;
}

/**
 * Cost per period of the safety stocks when every node promises `outbound`, which must be within what it can keep.
 * O(nodes + arcs), does not throw.
 * Source: as for `demandSeen`.
 *
 * @example serviceTimeCost({ leastInbound: [0], from: [], to: [], processing: [4], costPerRoot: [7], costOfSpread: [0] }, [0])
 *   === 14
 */
export function serviceTimeCost(problem: ServiceTimeProblem, outbound: Int32Array): number {
  return inboundTimesOf(problem, outbound).reduce((sum, time, node) => {
    const covered = time + problem.processing[node]! - outbound[node]!; // one entry per node
    return sum + stageStock(problem.costPerRoot[node]!, problem.costOfSpread[node]!, covered); // one entry per node
  }, 0);
}
