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
  if (ready.length < nodes) throw cycleError(waiting, start, sources, nameOf);
  return level;
}

function cycleError(waiting: Int32Array, start: Int32Array, sources: Int32Array, nameOf: (node: number) => string): AppError {
  // Every node left over is supplied from another that is left over, or lies above such a one: walking sources meets the cycle.
  const left = waiting.map((count) => (count > 0 ? 1 : 0));
  function nextIn(node: number): number {
    for (let index = start[node] ?? 0; index < (start[node + 1] ?? 0); index += 1) {
      if (left[sources[index] ?? 0] === 1 && leadsBack(sources[index] ?? 0)) return sources[index] ?? 0;
    }
    return -1;
  }
  function leadsBack(node: number): boolean {
    const seen = new Set<number>();
    const stack = [node];
    while (stack.length > 0) {
      const at = stack.pop() ?? 0;
      for (let index = start[at] ?? 0; index < (start[at + 1] ?? 0); index += 1) {
        const source = sources[index] ?? 0;
        if (source === node) return true;
        if (left[source] === 1 && !seen.has(source)) stack.push(source);
        seen.add(source);
      }
    }
    return false;
  }
  const first = left.findIndex((isLeft, node) => isLeft === 1 && leadsBack(node));
  const path = [first];
  for (let node = nextIn(first); node !== -1 && !path.includes(node); node = nextIn(node)) path.push(node);
  const last = nextIn(path.at(-1) ?? first);
  const names = [...path.slice(Math.max(0, path.indexOf(last))), last].map(nameOf);
  return new AppError(
    'plan.cycle',
    `These item-locations supply each other in a circle: ${names.join(' -> ')}. Remove one of these lanes.`,
    {
      data: { path: names },
    },
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
