import { invariant } from '#core/base/invariant.ts';
import { NodeHeap } from './node-heap.ts';

/** A directed network; arcs are columns. Costs may be negative, but no circle of arcs may have a negative sum. */
export interface FlowNetwork {
  readonly nodes: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Whole units an arc can carry. */
  readonly capacity: ArrayLike<number>;
  /** Cost of a unit, a whole number, so that sums along a path are exact. */
  readonly cost: ArrayLike<number>;
}

/**
 * The flow of least cost from `source` to `sink`, in whole units per arc: as much as possible (`largest`), or only while
 * another unit lowers the total cost (`profitable`). Successive shortest paths with potentials (REB-1): every path is the
 * cheapest there is, so that the flow is optimal after each. O(paths · arcs · log nodes). A negative circle is a bug.
 * Source: Ahuja, Magnanti and Orlin, Network Flows (1993), section 9.7. Why no library: adr/0024.
 *
 * @example arcs 0→1 (3 units at -3) and 0→1 (9 at 0): `largest` carries 3 and 9, `profitable` 3 and 0
 */
export function minimumCostFlow(
  network: FlowNetwork,
  source: number,
  sink: number,
  extent: 'largest' | 'profitable',
): Float64Array {
  const residual = residualOf(network);
  const { head, left, price, starts, arcs, potential } = residual;
  lowerPotentials(network, source, potential);
  const distance = new Float64Array(network.nodes);
  const via = new Int32Array(network.nodes);
  const heap = new NodeHeap();
  while (findPath()) {
    let bottleneck = Infinity;
    for (let node = sink; node !== source; node = tailOf(via[node] ?? 0)) {
      bottleneck = Math.min(bottleneck, left[via[node] ?? 0] ?? 0);
    }
    for (let node = sink; node !== source; node = tailOf(via[node] ?? 0)) {
      const arc = via[node] ?? 0;
      left[arc] = (left[arc] ?? 0) - bottleneck;
      left[arc ^ 1] = (left[arc ^ 1] ?? 0) + bottleneck;
    }
  }
  // What an arc has carried is what its way back could carry.
  return Float64Array.from({ length: network.from.length }, (_, arc) => left[2 * arc + 1] ?? 0);

  function tailOf(arc: number): number {
    return head[arc ^ 1] ?? 0;
  }

  /** Dijkstra over reduced costs, which the potentials keep at or above zero; stops at the sink. */
  function findPath(): boolean {
    distance.fill(Infinity);
    distance[source] = 0;
    heap.clear();
    heap.push(0, source);
    const reached: number[] = [];
    for (let node = heap.pop(); node >= 0 && node !== sink; node = heap.pop()) {
      if (heap.distance > (distance[node] ?? 0)) continue;
      reached.push(node);
      const end = starts[node + 1] ?? 0;
      for (let slot = starts[node] ?? 0; slot < end; slot += 1) {
        const arc = arcs[slot] ?? 0;
        if (left[arc] === 0) continue;
        const next = head[arc] ?? 0;
        const through = heap.distance + (price[arc] ?? 0) + (potential[node] ?? 0) - (potential[next] ?? 0);
        if (through >= (distance[next] ?? 0)) continue;
        distance[next] = through;
        via[next] = arc;
        heap.push(through, next);
      }
    }
    const length = distance[sink] ?? Infinity;
    if (length === Infinity) return false;
    // Nodes that were not reached before the sink lie at least as far, which is all the next search has to know of them.
    for (const node of reached) potential[node] = (potential[node] ?? 0) + (distance[node] ?? 0) - length;
    return extent === 'largest' || (potential[sink] ?? 0) - (potential[source] ?? 0) < 0;
  }
}

/** Every arc and its way back, one after the other, with the arcs that leave a node side by side. */
function residualOf({ nodes, from, to, capacity, cost }: FlowNetwork) {
  const count = from.length;
  const head = new Int32Array(2 * count);
  const left = new Float64Array(2 * count);
  const price = new Float64Array(2 * count);
  const starts = new Int32Array(nodes + 2);
  for (let arc = 0; arc < count; arc += 1) {
    const tail = from[arc] ?? 0;
    const tip = to[arc] ?? 0;
    head[2 * arc] = tip;
    head[2 * arc + 1] = tail;
    left[2 * arc] = capacity[arc] ?? 0;
    price[2 * arc] = cost[arc] ?? 0;
    price[2 * arc + 1] = -(cost[arc] ?? 0);
    starts[tail + 2] = (starts[tail + 2] ?? 0) + 1;
    starts[tip + 2] = (starts[tip + 2] ?? 0) + 1;
  }
  for (let node = 2; node < starts.length; node += 1) starts[node] = (starts[node] ?? 0) + (starts[node - 1] ?? 0);
  const arcs = new Int32Array(2 * count);
  for (let arc = 0; arc < 2 * count; arc += 1) {
    const tail = head[arc ^ 1] ?? 0;
    const slot = starts[tail + 1] ?? 0;
    arcs[slot] = arc;
    starts[tail + 1] = slot + 1;
  }
  return { head, left, price, starts, arcs, potential: new Float64Array(nodes) };
}

/** Cheapest ways from the source over the arcs themselves (Bellman and Ford): the start that negative costs need. */
function lowerPotentials({ nodes, from, to, capacity, cost }: FlowNetwork, source: number, potential: Float64Array): void {
  potential.fill(Infinity);
  potential[source] = 0;
  let hasChanged = true;
  for (let pass = 0; hasChanged; pass += 1) {
    invariant(pass <= nodes, 'a flow network has no circle of negative cost');
    hasChanged = false;
    for (let arc = 0; arc < from.length; arc += 1) {
      const through = (potential[from[arc] ?? 0] ?? 0) + (cost[arc] ?? 0);
      if ((capacity[arc] ?? 0) <= 0 || through >= (potential[to[arc] ?? 0] ?? 0)) continue;
      potential[to[arc] ?? 0] = through;
      hasChanged = true;
    }
  }
  // A node that the source cannot reach is never looked at; an infinity would spoil the sums.
  for (let node = 0; node < nodes; node += 1) if (potential[node] === Infinity) potential[node] = 0;
}
