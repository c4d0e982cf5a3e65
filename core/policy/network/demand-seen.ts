import type { ServiceTimeNetwork } from './service-time-network.ts';

/**
 * Deviation per period of the demand each node sees: its own customers' and that of everything it goes into, each
 * customer group independent of the others but counted once over all its ways, √(Σ (units·σ)²). In the node's own
 * units; one value per node. `order`: from `supplyOrder`. O(customer groups × their suppliers). Does not throw.
 * Source: Graves and Willems 2000, Manufacturing & Service Operations Management 2, section 2.
 *
 * @example const node = { processingTime: 1, holdingCost: 1, safetyFactor: 1 };
 *   demandSeen({ nodes: [node, { ...node, demandSd: 3 }, { ...node, demandSd: 4 }], arcs: [{ from: 0, to: 1 }, { from: 0,
 *   to: 2 }] }, supplyOrder(3, [0, 0], [1, 2])) is [5, 3, 4]
 */
export function demandSeen({ nodes, arcs }: ServiceTimeNetwork, order: Int32Array): Float64Array {
  const position = new Int32Array(nodes.length);
  order.forEach((node, index) => (position[node] = index));
  const suppliers: { readonly from: number; readonly units: number }[][] = nodes.map(() => []);
  for (const { from, to, units = 1 } of arcs) suppliers[to]?.push({ from, units });
  const variance = new Float64Array(nodes.length);
  const share = new Float64Array(nodes.length);
  for (const [customer, { demandSd = 0 }] of nodes.entries()) {
    if (demandSd === 0) continue;
    const reached = [customer];
    const isReached = new Set(reached);
    for (const node of reached) {
      for (const { from } of suppliers[node] ?? []) {
        if (!isReached.has(from)) reached.push(from);
        isReached.add(from);
      }
    }
    // Suppliers last, so that a node passes on what came over all its ways at once.
    reached.sort((left, right) => position[right]! - position[left]!); // reached nodes exist
    share[customer] = demandSd;
    for (const node of reached) {
      const seen = share[node] ?? 0;
      variance[node]! += seen * seen; // a node of the network
      share[node] = 0;
      for (const { from, units } of suppliers[node] ?? []) share[from]! += units * seen; // a node of the network
    }
  }
  return variance.map(Math.sqrt);
}
