/** A forest hung up at one root per tree. */
export interface RootedForest {
  /** Every node after the one it hangs on; roots first of their tree. */
  readonly order: Int32Array;
  /** The node each hangs on, -1 for a root. */
  readonly parent: Int32Array;
  /** 1 where the node supplies its parent, 0 where the parent supplies it. */
  readonly isSupplier: Uint8Array;
}

/**
 * Hangs the arcs marked in `isInForest` up at the lowest node of each tree. O(nodes + arcs), does not throw.
 *
 * @example rootedForest(3, [2, 1], [1, 0], [1, 1]) is { order: [0, 1, 2], parent: [-1, 0, 1], isSupplier: [0, 1, 1] }
 */
export function rootedForest(
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  isInForest: ArrayLike<number>,
): RootedForest {
  const neighbours: number[][] = Array.from({ length: nodeCount }, () => []);
  for (let arc = 0; arc < from.length; arc += 1) {
    if (isInForest[arc] !== 1) continue;
    neighbours[from[arc]!]!.push(arc); // arcs join nodes
    neighbours[to[arc]!]!.push(arc); // arcs join nodes
  }
  const order = new Int32Array(nodeCount);
  const parent = new Int32Array(nodeCount).fill(-1);
  const isSupplier = new Uint8Array(nodeCount);
  const isFound = new Uint8Array(nodeCount);
  let found = 0;
  let next = 0;
  for (let root = 0; root < nodeCount; root += 1) {
    if (isFound[root] === 1) continue;
    isFound[root] = 1;
    order[found++] = root;
    for (; next < found; next += 1) {
      const node = order[next]!; // found before
      for (const arc of neighbours[node]!) {
        const isTail = from[arc] === node;
        const child = isTail ? to[arc]! : from[arc]!; // arcs join nodes
        if (isFound[child] === 1) continue;
        isFound[child] = 1;
        parent[child] = node;
        isSupplier[child] = isTail ? 0 : 1;
        order[found++] = child;
      }
    }
  }
  return { order, parent, isSupplier };
}
