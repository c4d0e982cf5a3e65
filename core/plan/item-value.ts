import type { NodeWork } from './node-work.ts';

/** A node of a frame: the one in work, or any other. */
type NodeOfFrame = Pick<NodeWork, 'frame' | 'node'>;

/** What a unit of a node's item costs. Does not throw. */
export function costOf({ frame, node }: NodeOfFrame): number {
  return Math.max(0, frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0);
}

/** What a unit of a node's item sells for, or its cost where it has no price. Does not throw. */
export function priceOf(place: NodeOfFrame): number {
  const price = place.frame.itemPrice[place.frame.nodeItem[place.node] ?? 0] ?? 0;
  return price > 0 ? price : costOf(place);
}
