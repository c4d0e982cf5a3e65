import { inboundTimesOf, serviceTimeCost } from './inbound-times.ts';
import { improveServiceTimes } from './improve-service-times.ts';
import { rootedForest } from './rooted-forest.ts';
import type { ServiceTimeNetwork } from './service-time-network.ts';
import { serviceTimeProblem, type ServiceTimeProblem } from './service-time-problem.ts';
import { spanningForest } from './spanning-forest.ts';
import { stageStock } from './stage-stock.ts';
import { treeServiceTimes } from './tree-service-times.ts';

/** Where a network holds its safety stock; one entry per node. */
export interface SafetyStockPlacement {
  /** Whole periods within which the node promises to deliver. */
  readonly serviceTimes: Int32Array;
  /** Whole periods until all its inputs are there. */
  readonly inboundTimes: Int32Array;
  /** Periods its stock has to cover: inbound + processing − service time. */
  readonly coveredTimes: Int32Array;
  /** z·√(σ²·covered + supplyVariance), in the node's units. */
  readonly safetyStocks: Float64Array;
  /** Cost per period of all safety stocks. */
  readonly cost: number;
  /** No placement is cheaper than this; equal to `cost` where arcs form no ring. */
  readonly leastCost: number;
}

/**
 * Where to hold safety stock so that every stage keeps its promised service time at least cost: the guaranteed-service
 * model. Exact for trees and forests. Where arcs form rings the problem is NP-hard: the best times of a spanning forest
 * are made to fit all arcs and improved forest by forest, and `leastCost` bounds what is left to gain.
 * O(nodes × M²) per forest for M periods from end to end. Throws `plan.cycle` where stages supply each other in a circle.
 * Source: Graves and Willems 2000, Manufacturing & Service Operations Management 2; Lesnaia 2004 (general networks).
 *
 * @example const end = { processingTime: 1, holdingCost: 3, safetyFactor: 1, demandSd: 1 };
 *   placeSafetyStock({ nodes: [{ processingTime: 2, holdingCost: 1, safetyFactor: 1, supplierServiceTime: 1 },
 *   { processingTime: 1, holdingCost: 2, safetyFactor: 1 }, end, { ...end, customerServiceTime: 1 }], arcs: [{ from: 0,
 *   to: 1 }, { from: 1, to: 2 }, { from: 1, to: 3 }] }).cost ≈ 8.277917 (Snyder and Shen, example 6.5)
 */
export function placeSafetyStock(network: ServiceTimeNetwork): SafetyStockPlacement {
  const problem = serviceTimeProblem(network);
  const { nodeCount, from, to } = problem;
  const forest = spanningForest(
    nodeCount,
    from,
    to,
    Int32Array.from(from, (_, arc) => arc),
  );
  const relaxed = treeServiceTimes(problem, rootedForest(nodeCount, from, to, forest), problem);
  const isForest = forest.every((mark) => mark === 1);
  const outbound = isForest ? relaxed.outbound : bestImproved(problem, relaxed.outbound);
  const inboundTimes = inboundTimesOf(problem, outbound);
  const coveredTimes = inboundTimes.map((time, node) => time + problem.processing[node]! - outbound[node]!); // one entry per node
  const { stockPerRoot, stockOfSpread } = problem;
  const cost = serviceTimeCost(problem, outbound);
  return {
    serviceTimes: outbound,
    inboundTimes,
    coveredTimes,
    safetyStocks: Float64Array.from(coveredTimes, (time, node) => stageStock(stockPerRoot[node]!, stockOfSpread[node]!, time)), // one entry per node
    cost,
    leastCost: isForest ? cost : Math.min(cost, relaxed.cost),
  };
}

/** The best of three beginnings, for an improvement ends where no single forest helps: held anywhere, and as far up as can be. */
function bestImproved(problem: ServiceTimeProblem, relaxed: Int32Array): Int32Array {
  const starts = [relaxed, new Int32Array(problem.nodeCount), problem.mostOutbound];
  const ends = starts.map((start) => improveServiceTimes(problem, start));
  const costs = ends.map((end) => serviceTimeCost(problem, end));
  return ends[costs.indexOf(Math.min(...costs))]!; // one of them
}
