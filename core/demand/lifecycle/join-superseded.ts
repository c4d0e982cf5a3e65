import { grainsPerUnit } from '#core/base/quantity.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { joinPredecessor } from './join-predecessor.ts';

const daysPerWeek = 7;

/**
 * The weekly history of nodes [firstNode, endNode), row by row as in the frame, in which the rows of items that have taken over by the
 * plan day hold the demand of the items they replaced as well (rule DEM-94), along whole chains. While the day lies ahead an item keeps what it
 * has: until then the old one sells. Rows of replaced items stay as they are, since their stock is used up first; `withoutPredecessor`
 * keeps the two from being forecast twice. `given` are the rows before; itself where no item has taken over. Nodes of one network have to be asked for
 * together. O(nodes × weeks), does not throw.
 * Source: as `joinPredecessor`.
 *
 * @example const frame = { meta: { historyWeeks: 2, planDay: 9 }, nodeSuccessor: [1, -1], nodeSuccessorFrom: [5, -1],
 *   nodeItem: [0, 1], itemDecimals: [0, 0], historyQty: Float32Array.of(1, 0, 9, 2) };
 *   joinSuperseded(frame, 0, 2) is [1, 0, 10, 2]
 */
export function joinSuperseded(
  frame: Frame,
  firstNode: number,
  endNode: number,
  given: Float32Array = frame.historyQty.subarray(firstNode * frame.meta.historyWeeks, endNode * frame.meta.historyWeeks),
): Float32Array {
  const { historyWeeks: weeks, historyFirstDay, planDay } = frame.meta;
  let joined: Float32Array | undefined;
  // An item lies before its successor (FRM-18), so that a chain is passed on link by link.
  for (let node = firstNode; node < endNode; node += 1) {
    const successor = frame.nodeSuccessor[node] ?? notSet;
    const from = frame.nodeSuccessorFrom[node] ?? notSet;
    if (successor === notSet || from > planDay || successor >= endNode) continue;
    const rows = (joined ??= given.slice());
    const rowOf = (at: number): Float32Array => rows.subarray((at - firstNode) * weeks, (at + 1 - firstNode) * weeks);
    const factor = grainsPerUnit(decimalsOf(frame, successor)) / grainsPerUnit(decimalsOf(frame, node));
    const own = Float64Array.from(rowOf(successor));
    rowOf(successor).set(joinPredecessor(own, Float64Array.from(rowOf(node)), (from - historyFirstDay) / daysPerWeek, factor));
  }
  return joined ?? given;
}

function decimalsOf(frame: Frame, node: number): number {
  return frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
}
