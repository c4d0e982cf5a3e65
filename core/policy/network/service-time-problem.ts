import { invariant } from '#core/base/invariant.ts';
import { demandSeen } from './demand-seen.ts';
import type { ServiceTimeNetwork } from './service-time-network.ts';
import { supplyOrder } from './supply-order.ts';

/** A network as columns, one entry per node or per arc; times are whole periods. */
export interface ServiceTimeProblem {
  readonly nodeCount: number;
  /** Suppliers before those they supply. */
  readonly order: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly processing: Int32Array;
  /** Least and most time until all inputs are there. */
  readonly leastInbound: Int32Array;
  readonly mostInbound: Int32Array;
  /** Most time the node may promise; promises of that length at all nodes can be kept. */
  readonly mostOutbound: Int32Array;
  /** Safety stock that covers one period: z·σ in the node's units. */
  readonly stockPerRoot: Float64Array;
  /** Cost per period of that stock. */
  readonly costPerRoot: Float64Array;
  /** Safety stock for the spread of the node's own lead time, and its cost per period. */
  readonly stockOfSpread: Float64Array;
  readonly costOfSpread: Float64Array;
}

/**
 * The network as columns, with the demand each node sees and the times that can occur. Throws `plan.cycle` for a
 * circle; times that are not whole or negative, costs or deviations below 0 and arcs to nowhere are bugs of the caller.
 * Source: as for `demandSeen`.
 *
 * @example const stage = (processingTime) => ({ processingTime, holdingCost: 1, safetyFactor: 1 });
 *   serviceTimeProblem({ nodes: [stage(2), stage(3)], arcs: [{ from: 0, to: 1 }] }).mostInbound is [0, 2]
 */
export function serviceTimeProblem(network: ServiceTimeNetwork): ServiceTimeProblem {
  const { nodes, arcs } = network;
  for (const { from, to } of arcs) {
    invariant(nodes[from] !== undefined && nodes[to] !== undefined && from !== to, 'an arc joins two nodes of the network');
  }
  const count = nodes.length;
  const from = new Int32Array(arcs.length);
  const to = new Int32Array(arcs.length);
  const consumers: number[][] = nodes.map(() => []);
  // Loops and not `from` with a function: a plan asks for thousands of networks of a few nodes each.
  for (const [arc, ends] of arcs.entries()) {
    from[arc] = ends.from;
    to[arc] = ends.to;
    consumers[ends.from]?.push(ends.to);
  }
  const order = supplyOrder(count, from, to);
  const seen = demandSeen(network, order);
  const processing = new Int32Array(count);
  const leastInbound = new Int32Array(count);
  const stockPerRoot = new Float64Array(count);
  const costPerRoot = new Float64Array(count);
  const stockOfSpread = new Float64Array(count);
  const costOfSpread = new Float64Array(count);
  for (const [
    node,
    { processingTime, supplierServiceTime = 0, safetyFactor, holdingCost, supplyVariance = 0 },
  ] of nodes.entries()) {
    invariant(safetyFactor >= 0 && supplyVariance >= 0, 'safety factors and variances are not negative');
    invariant(holdingCost >= 0, 'a holding cost is not negative');
    processing[node] = wholePeriods(processingTime);
    leastInbound[node] = wholePeriods(supplierServiceTime);
    stockPerRoot[node] = safetyFactor * (seen[node] ?? 0);
    costPerRoot[node] = holdingCost * (stockPerRoot[node] ?? 0);
    stockOfSpread[node] = safetyFactor * Math.sqrt(supplyVariance);
    costOfSpread[node] = holdingCost * (stockOfSpread[node] ?? 0);
  }
  // What a node may promise bounds what those behind it can have to wait for.
  const mostInbound = leastInbound.slice();
  const mostOutbound = new Int32Array(count);
  for (const node of order) {
    const { customerServiceTime, demandSd = 0 } = nodes[node]!; // the order holds the nodes, here and below
    const isAtOnce = demandSd > 0 || consumers[node]!.length === 0;
    const promise = customerServiceTime === undefined ? (isAtOnce ? 0 : Infinity) : wholePeriods(customerServiceTime);
    const longest = Math.min(promise, mostInbound[node]! + processing[node]!);
    mostOutbound[node] = longest;
    for (const consumer of consumers[node]!) mostInbound[consumer] = Math.max(mostInbound[consumer]!, longest);
  }
  return {
    nodeCount: count,
    order,
    from,
    to,
    processing,
    leastInbound,
    mostInbound,
    mostOutbound,
    stockPerRoot,
    costPerRoot,
    stockOfSpread,
    costOfSpread,
  };
}

function wholePeriods(time: number): number {
  invariant(Number.isInteger(time) && time >= 0, 'service and processing times are whole periods');
  return time;
}
