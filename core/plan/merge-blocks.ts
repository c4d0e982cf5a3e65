import { allocateColumns, type ColumnLayout } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { PlanBlock } from './plan-block.ts';
import {
  planExceptionLayout,
  planLayout,
  planNodeLayout,
  planOrderLayout,
  type PlanMeta,
  type PlanResult,
} from './plan-result.ts';

/**
 * Puts blocks together, in any order, to the plan of the whole frame. The bytes depend only on the frame and the
 * changes, not on how the networks were split (PLN-26). The blocks must cover every network once. Does not throw.
 *
 * @example mergeBlocks(frame, [planner.planNetworks(0, 2)]) equals mergeBlocks(frame, two blocks of one network each)
 */
export function mergeBlocks(frame: Frame, blocks: readonly PlanBlock[]): PlanResult {
  // An empty block says nothing, and its start would overwrite that of the block that begins at the same node.
  const ordered = blocks.filter((block) => block.endNode > block.firstNode).toSorted((a, b) => a.firstNode - b.firstNode);
  const meta: PlanMeta = {
    datasetVersion: frame.meta.datasetVersion,
    nodes: frame.meta.nodes,
    orders: sumOf(ordered, (block) => block.columns.orderNode.length),
    exceptions: sumOf(ordered, (block) => block.columns.exceptionNode.length),
  };
  const lengths = {
    ...lengthsOf(planNodeLayout, meta.nodes),
    nodeOrderStart: meta.nodes + 1,
    nodeExceptionStart: meta.nodes + 1,
    ...lengthsOf(planOrderLayout, meta.orders),
    ...lengthsOf(planExceptionLayout, meta.exceptions),
  };
  const { buffer, views } = allocateColumns(planLayout, lengths, meta);
  let orders = 0;
  let exceptions = 0;
  for (const { firstNode, endNode, columns } of ordered) {
    for (const name of namesOf(planNodeLayout)) views[name].set(columns[name], firstNode);
    for (const name of namesOf(planOrderLayout)) views[name].set(columns[name], orders);
    for (const name of namesOf(planExceptionLayout)) views[name].set(columns[name], exceptions);
    for (let node = firstNode; node <= endNode; node += 1) {
      views.nodeOrderStart[node] = orders + (columns.nodeOrderStart[node - firstNode] ?? 0);
      views.nodeExceptionStart[node] = exceptions + (columns.nodeExceptionStart[node - firstNode] ?? 0);
    }
    orders += columns.orderNode.length;
    exceptions += columns.exceptionNode.length;
  }
  return { ...views, meta, buffer };
}

function sumOf(blocks: readonly PlanBlock[], count: (block: PlanBlock) => number): number {
  return blocks.reduce((sum, block) => sum + count(block), 0);
}

function namesOf<Layout extends ColumnLayout>(layout: Layout): readonly (keyof Layout)[] {
  return Object.keys(layout); // keys of a const object
}

function lengthsOf<Layout extends ColumnLayout>(layout: Layout, length: number): Record<keyof Layout, number> {
  const lengths: Partial<Record<keyof Layout, number>> = {};
  for (const name of namesOf(layout)) lengths[name] = length;
  return lengths as Record<keyof Layout, number>; // every name was set
}
