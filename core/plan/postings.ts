import { addTo } from './add-to.ts';
import { createGrowingColumns } from './growing-columns.ts';

/** One demand that an order, or an item with a successor, puts on another node. */
const postingLayout = { next: 'i32', day: 'u16', grains: 'f64', fromNode: 'u32' } as const;

/**
 * Demand that transfers, make orders and superseded items put on nodes planned later, and firm transfers on the node they
 * take from, as one linked list per node: memory grows with the number of orders and not with nodes times days.
 */
export interface Postings {
  /** Forgets all postings of nodes [firstNode, endNode). */
  clear(firstNode: number, endNode: number): void;
  add(node: number, dayOffset: number, grains: number, fromNode: number): void;
  /** Adds the postings of a node to a demand per day, and to what is asked for in all. Returns the number of postings. */
  gather(node: number, into: Float64Array, total: Float64Array): number;
  /** The postings of a node with the node each comes from, by day, then node; for explanations. */
  list(node: number): readonly { readonly dayOffset: number; readonly grains: number; readonly fromNode: number }[];
}

/** Room for the postings of `nodes` nodes. Does not throw. @example createPostings(2).list(0) → [] */
export function createPostings(nodes: number): Postings {
  const heads = new Int32Array(nodes).fill(-1);
  const rows = createGrowingColumns(postingLayout, 4096);
  return {
    clear(firstNode, endNode) {
      heads.fill(-1, firstNode, endNode);
      rows.length = 0;
    },
    add(node, dayOffset, grains, fromNode) {
      const row = rows.append();
      const { next, day, grains: quantities, fromNode: origins } = rows.views;
      next[row] = heads[node] ?? -1;
      day[row] = dayOffset;
      quantities[row] = grains;
      origins[row] = fromNode;
      heads[node] = row;
    },
    gather(node, into, total) {
      const { next, day, grains } = rows.views;
      let count = 0;
      for (let row = heads[node] ?? -1; row >= 0; row = next[row] ?? -1) {
        addTo(into, day[row] ?? 0, grains[row] ?? 0);
        addTo(total, day[row] ?? 0, grains[row] ?? 0);
        count += 1;
      }
      return count;
    },
    list(node) {
      const { next, day, grains, fromNode } = rows.views;
      const found = [];
      for (let row = heads[node] ?? -1; row >= 0; row = next[row] ?? -1) {
        found.push({ dayOffset: day[row] ?? 0, grains: grains[row] ?? 0, fromNode: fromNode[row] ?? 0 });
      }
      return found.sort((a, b) => a.dayOffset - b.dayOffset || a.fromNode - b.fromNode);
    },
  };
}
