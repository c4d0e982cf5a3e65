import type { RootedForest } from './rooted-forest.ts';
import { serviceTimeTable } from './service-time-table.ts';
import type { ServiceTimeProblem } from './service-time-problem.ts';
import { stageStock } from './stage-stock.ts';

/** Least time until the inputs are there, and most time to promise, per node in whole periods. */
export interface ServiceTimeBounds {
  readonly leastInbound: Int32Array;
  readonly mostOutbound: Int32Array;
}

/** What each node waits for and what it promises, in whole periods. */
export interface ServiceTimes {
  readonly inbound: Int32Array;
  readonly outbound: Int32Array;
  /** Cost of the safety stocks per period. */
  readonly cost: number;
}

/**
 * The service times of least safety-stock cost over the arcs of a forest, all other arcs left out: from the leaves to
 * the roots each node tabulates the least cost of the part that hangs on it, by the one time that joins it to its parent;
 * back from the roots the times are read off, the shortest promise among equals. O(nodes × M²) for M periods from end to
 * end, O(M) for a leaf. Does not throw.
 * Source: Graves and Willems 2000, Manufacturing & Service Operations Management 2, section 3, with the correction of 2003.
 *
 * @example const problem = { nodeCount: 2, mostInbound: [0, 1], processing: [1, 1], costPerRoot: [2, 7], costOfSpread: [0,
 *   0] };
 *   treeServiceTimes(problem, rootedForest(2, [0], [1], [1]), { leastInbound: [0, 0], mostOutbound: [1, 0] }) is { inbound: [0,
 *   0], outbound: [0, 0], cost: 9 }
 */
export function treeServiceTimes(problem: ServiceTimeProblem, forest: RootedForest, bounds: ServiceTimeBounds): ServiceTimes {
  const { nodeCount, mostInbound, processing, costPerRoot, costOfSpread } = problem;
  const { order, parent, isSupplier } = forest;
  const tables = Array.from({ length: nodeCount }, (_, node) =>
    serviceTimeTable({
      processing: processing[node]!, // one entry per node, here and below
      leastInbound: bounds.leastInbound[node]!,
      mostInbound: mostInbound[node]!,
      mostOutbound: bounds.mostOutbound[node]!,
      costPerRoot: costPerRoot[node]!,
      costOfSpread: costOfSpread[node]!,
    }),
  );
  for (let index = nodeCount - 1; index >= 0; index -= 1) {
    const node = order[index]!; // inside the loop's bound
    const above = tables[parent[node]!]; // none for a root
    if (above === undefined) continue;
    if (isSupplier[node] === 1) above.addSupplier(tables[node]!.costsByOutbound());
    else above.addConsumer(tables[node]!.costsByInbound());
  }
  const inbound = new Int32Array(nodeCount);
  const outbound = new Int32Array(nodeCount);
  let cost = 0;
  for (const node of order) {
    const above = parent[node]!; // one entry per node
    const table = tables[node]!; // one entry per node
    const chosen =
      above < 0
        ? table.promisingAtMost(Infinity)
        : isSupplier[node] === 1
          ? table.promisingAtMost(inbound[above]!) // decided before its children
          : table.waitingAtLeast(outbound[above]!); // decided before its children
    inbound[node] = chosen.inbound;
    outbound[node] = chosen.outbound;
    cost += stageStock(costPerRoot[node]!, costOfSpread[node]!, chosen.inbound + processing[node]! - chosen.outbound); // one entry per node
  }
  return { inbound, outbound, cost };
}
