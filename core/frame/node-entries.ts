/** Entries in node order with the starts of each node's entries; one start more than there are nodes. */
export interface NodeEntries<Entry> {
  readonly entries: readonly Entry[];
  readonly start: Uint32Array;
}

/**
 * Sorts entries by node, then by `compare`, which has to tell all differing entries apart, so that the order of the
 * input rows cannot be seen in the frame (FRM-5). Does not throw.
 *
 * @example groupByNode([{ location: 7 }], () => 1, 2, () => 0).start → [0, 0, 1]
 */
export function groupByNode<Entry extends { readonly location: number }>(
  entries: readonly Entry[],
  nodeOf: (location: number) => number,
  nodes: number,
  compare: (a: Entry, b: Entry) => number,
): NodeEntries<Entry> {
  const sorted = [...entries].sort((a, b) => nodeOf(a.location) - nodeOf(b.location) || compare(a, b));
  const start = new Uint32Array(nodes + 1);
  for (const entry of sorted) start[nodeOf(entry.location) + 1]! += 1; // in range: one element more than nodes
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node] ?? 0; // in range
  return { entries: sorted, start };
}

/** Compares by several fields in turn: numbers by size, texts by code units. */
export function byFields<Entry>(
  ...fields: readonly ((entry: Entry) => number | bigint | string)[]
): (a: Entry, b: Entry) => number {
  return (a, b) => {
    for (const field of fields) {
      const [x, y] = [field(a), field(b)];
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return 0;
  };
}
