/**
 * Arcs that join as many nodes as possible without a ring, taken in the order of `preference` (arc indices): the
 * earlier ones win. 1 per arc of the forest, else 0. O(arcs · log nodes), does not throw.
 * Source: Kruskal 1956, with path halving.
 *
 * @example spanningForest(3, [0, 1, 0], [1, 2, 2], [0, 1, 2]) is [1, 1, 0]
 */
export function spanningForest(
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  preference: ArrayLike<number>,
): Uint8Array {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node);
  function rootOf(start: number): number {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!; // parents are nodes
      node = parent[node]!; // parents are nodes
    }
    return node;
  }
  const isInForest = new Uint8Array(from.length);
  for (let index = 0; index < preference.length; index += 1) {
    const arc = preference[index]!; // inside the loop's bound
    const [left, right] = [rootOf(from[arc]!), rootOf(to[arc]!)]; // arcs join nodes
    if (left === right) continue;
    parent[left] = right;
    isInForest[arc] = 1;
  }
  return isInForest;
}
