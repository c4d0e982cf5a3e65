import { AppError } from '#core/base/app-error.ts';

/** Nodes in planning order. All arrays speak of the nodes as they came in, except `networkStart`. */
export interface NetworkOrder {
  /** The nodes in planning order: by network, level, then as they came in. */
  readonly order: Int32Array;
  readonly level: Int32Array;
  /** Ends and starts of networks in planning order; one more than there are networks. */
  readonly networkStart: Uint32Array;
}

/**
 * Groups nodes into networks that cannot influence each other and orders each from demand to source by low-level code
 * (Orlicky 1975): a source comes after everything it supplies. `supplies` are pairs [destination, source] one after the
 * other. Linear in nodes and pairs. Errors: `plan.cycle` with the path, named by `nameOf`.
 *
 * @example orderNetworks(3, [0, 2], String).networkStart → [0, 2, 3]
 */
export function orderNetworks(nodes: number, supplies: readonly number[], nameOf: (node: number) => string): NetworkOrder {
  const level = levelsOf(nodes, supplies, nameOf);
  const root = rootsOf(nodes, supplies);
  // The smallest node stands for its network, so networks come in the order of their first node.
  const order = Int32Array.from({ length: nodes }, (_, node) => node).sort(
    (a, b) => (root[a] ?? 0) - (root[b] ?? 0) || (level[a] ?? 0) - (level[b] ?? 0) || a - b,
  );
  const starts: number[] = [];
  order.forEach((node, position) => {
    if (position === 0 || root[node] !== root[order[position - 1] ?? 0]) starts.push(position);
  });
  starts.push(nodes);
  return { order, level, networkStart: Uint32Array.from(starts) };
}

/** Longest way from a node down to demand, found by taking away nodes that nothing waits for (Kahn 1962). */
function levelsOf(nodes: number, supplies: readonly number[], nameOf: (node: number) => string): Int32Array {
  const level = new Int32Array(nodes);
  const waiting = new Int32Array(nodes);
  const start = new Int32Array(nodes + 1);
  for (let pair = 0; pair < supplies.length; pair += 2) {
    waiting[supplies[pair + 1] ?? 0]! += 1; // in range: pairs name nodes
    start[(supplies[pair] ?? 0) + 1]! += 1; // in range: one element more than nodes
  }
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node] ?? 0; // in range
  const next = start.slice();
  const sources = new Int32Array(supplies.length / 2);
  for (let pair = 0; pair < supplies.length; pair += 2) {
    const destination = supplies[pair] ?? 0;
    sources[next[destination] ?? 0] = supplies[pair + 1] ?? 0;
    next[destination]! += 1; // in range
  }
  const ready: number[] = [];
  for (let node = 0; node < nodes; node += 1) if (waiting[node] === 0) ready.push(node);
  for (let head = 0; head < ready.length; head += 1) {
    const node = ready[head] ?? 0;
    for (let index = start[node] ?? 0; index < (start[node + 1] ?? 0); index += 1) {
      const source = sources[index] ?? 0;
      level[source] = Math.max(level[source] ?? 0, (level[node] ?? 0) + 1);
      waiting[source]! -= 1; // in range
      if (waiting[source] === 0) ready.push(source);
    }
  }
  if (ready.length < nodes) throw cycleError(waiting, supplies, nameOf);
  return level;
}

/**
 * Every node left over waits for a destination that is left over too, so walking to the first such destination again and
 * again comes round. Linear; the same circle is named whatever order the pairs came in.
 */
function cycleError(waiting: Int32Array, supplies: readonly number[], nameOf: (node: number) => string): AppError {
  const destination = new Map<number, number>();
  for (let pair = 0; pair < supplies.length; pair += 2) {
    const [to = 0, source = 0] = [supplies[pair], supplies[pair + 1]];
    if (!((waiting[to] ?? 0) > 0)) continue;
    destination.set(source, Math.min(to, destination.get(source) ?? to));
  }
  const path: number[] = [];
  const place = new Map<number, number>();
  let node = waiting.findIndex((count) => count > 0);
  while (!place.has(node)) {
    place.set(node, path.length);
    path.push(node);
    node = destination.get(node) ?? node;
  }
  // The walk goes from source to destination; a path reads from what is supplied to what supplies it.
  const circle = path.slice(place.get(node)).reverse();
  const first = circle.indexOf(circle.reduce((least, each) => Math.min(least, each)));
  const names = [...circle.slice(first), ...circle.slice(0, first + 1)].map(nameOf);
  return new AppError(
    'plan.cycle',
    `These item-locations supply each other in a circle: ${names.join(' -> ')}. Remove one of these lanes, recipe lines or successors.`,
    { data: { path: names } },
  );
}

/** Union-find with path halving; the smallest node of a network is its root. */
function rootsOf(nodes: number, supplies: readonly number[]): Int32Array {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  function find(node: number): number {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? 0] ?? 0;
      at = parent[at] ?? 0;
    }
    return at;
  }
  for (let pair = 0; pair < supplies.length; pair += 2) {
    const [a, b] = [find(supplies[pair] ?? 0), find(supplies[pair + 1] ?? 0)];
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  return parent.map((_, node) => find(node));
}
