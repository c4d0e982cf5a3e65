import { inboundTimesOf, serviceTimeCost } from './inbound-times.ts';
import { rootedForest } from './rooted-forest.ts';
import type { ServiceTimeProblem } from './service-time-problem.ts';
import { spanningForest } from './spanning-forest.ts';
import { treeServiceTimes } from './tree-service-times.ts';

/** Bounds the work on networks that keep improving by crumbs. */
const mostRounds = 200;

/**
 * Cheaper service times for a network whose arcs form rings, starting from `start` (what each node promises). Each round
 * takes another spanning forest and finds its best times, while every arc left out is held by a time between what its
 * supplier promises and what its consumer waits: the times of before stay possible, so the cost never rises. Ends when
 * no forest of a whole turn helps, in turns over as many forests as it takes to use every arc. Does not throw.
 * Source: Lesnaia 2004 (general networks), for the bounds that a promise outside a tree sets.
 *
 * @example const node = { processingTime: 1, holdingCost: 2, safetyFactor: 1 };
 *   const problem = serviceTimeProblem({ nodes: [node, { ...node, holdingCost: 7, demandSd: 1 }], arcs: [{ from: 0,
 *   to: 1 }] });
 *   improveServiceTimes(problem, Int32Array.of(1, 0)) is [0, 0]
 */
export function improveServiceTimes(problem: ServiceTimeProblem, start: Int32Array): Int32Array {
  const { nodeCount, from, to } = problem;
  const uses = new Int32Array(from.length);
  const arcs = Int32Array.from(from, (_, arc) => arc);
  const turn = 2 * Math.ceil((arcs.length + 1) / Math.max(1, nodeCount - 1));
  let best = start;
  let cost = serviceTimeCost(problem, best);
  for (let round = 0, idle = 0; round < mostRounds && idle < turn; round += 1) {
    const preference = arcs.toSorted((left, right) => uses[left]! - uses[right]! || left - right); // one entry per arc
    const forest = spanningForest(nodeCount, from, to, preference);
    forest.forEach((mark, arc) => (uses[arc]! += mark)); // one entry per arc
    const bounds = boundsAround(problem, best, forest, round % 2 === 0);
    const times = treeServiceTimes(problem, rootedForest(nodeCount, from, to, forest), bounds);
    const found = serviceTimeCost(problem, times.outbound);
    idle = found < cost ? 0 : idle + 1;
    if (found < cost) [best, cost] = [times.outbound, found];
  }
  return best;
}

/** Bounds that keep the arcs outside the forest whatever the times inside: the time between is the promise, or the wait. */
function boundsAround(problem: ServiceTimeProblem, outbound: Int32Array, forest: Uint8Array, isAtPromise: boolean) {
  const inbound = inboundTimesOf(problem, outbound);
  const leastInbound = problem.leastInbound.slice();
  const mostOutbound = problem.mostOutbound.slice();
  for (const [arc, mark] of forest.entries()) {
    if (mark === 1) continue;
    const [supplier, consumer] = [problem.from[arc]!, problem.to[arc]!]; // one entry per arc
    const between = isAtPromise ? outbound[supplier]! : inbound[consumer]!; // arcs join nodes
    leastInbound[consumer] = Math.max(leastInbound[consumer]!, between); // arcs join nodes
    mostOutbound[supplier] = Math.min(mostOutbound[supplier]!, between); // arcs join nodes
  }
  return { leastInbound, mostOutbound };
}
