import type { ColumnLayout, ColumnViews } from '#core/frame/columns.ts';
import { planExceptionLayout, planNodeLayout, planOrderLayout, type planLayout } from './plan-result.ts';

/** The columns of a plan, of the whole frame or of a part of it. */
export type PlanColumns = ColumnViews<typeof planLayout>;

/**
 * Rows of a plan that belong together: nodes [firstNode, endNode) of the frame, and where their summaries, lines and
 * exceptions lie in the columns that hold them.
 */
export interface PlanRows {
  readonly firstNode: number;
  readonly endNode: number;
  /** Row of the first node's summary; 0 in columns that hold these nodes only. */
  readonly nodeRow: number;
  readonly firstOrder: number;
  readonly endOrder: number;
  readonly firstException: number;
  readonly endException: number;
}

/** The first rows of a place where rows go. */
export interface PlanPlace {
  readonly nodeRow: number;
  readonly firstOrder: number;
  readonly firstException: number;
}

/** Where the rows of nodes [firstNode, endNode) lie in a plan of the whole frame. Does not throw. */
export function rowsOfNodes(plan: PlanColumns, firstNode: number, endNode: number): PlanRows {
  return {
    firstNode,
    endNode,
    nodeRow: firstNode,
    firstOrder: plan.nodeOrderStart[firstNode] ?? 0,
    endOrder: plan.nodeOrderStart[endNode] ?? 0,
    firstException: plan.nodeExceptionStart[firstNode] ?? 0,
    endException: plan.nodeExceptionStart[endNode] ?? 0,
  };
}

const nodeNames = namesOf(planNodeLayout);
const orderNames = namesOf(planOrderLayout);
const exceptionNames = namesOf(planExceptionLayout);

/** Copies rows to their place; the starts of lines and exceptions are counted anew from there. Does not throw. */
export function copyPlanRows(from: PlanColumns, rows: PlanRows, to: PlanColumns, place: PlanPlace): void {
  const toNodeRow = place.nodeRow;
  const { nodeRow, firstNode, endNode, firstOrder, endOrder, firstException, endException } = rows;
  const nodes = endNode - firstNode;
  for (const name of nodeNames) to[name].set(from[name].subarray(nodeRow, nodeRow + nodes), toNodeRow);
  for (const name of orderNames) to[name].set(from[name].subarray(firstOrder, endOrder), place.firstOrder);
  for (const name of exceptionNames) to[name].set(from[name].subarray(firstException, endException), place.firstException);
  const orderShift = place.firstOrder - firstOrder;
  const exceptionShift = place.firstException - firstException;
  for (let index = 0; index < nodes; index += 1) {
    to.nodeOrderStart[toNodeRow + index] = (from.nodeOrderStart[nodeRow + index] ?? 0) + orderShift;
    to.nodeExceptionStart[toNodeRow + index] = (from.nodeExceptionStart[nodeRow + index] ?? 0) + exceptionShift;
  }
  // The start behind the last node is the end of the rows: what follows them in `from` may belong to other nodes.
  to.nodeOrderStart[toNodeRow + nodes] = endOrder + orderShift;
  to.nodeExceptionStart[toNodeRow + nodes] = endException + exceptionShift;
}

function namesOf<Layout extends ColumnLayout>(layout: Layout): readonly (keyof Layout)[] {
  return Object.keys(layout); // keys of a const object
}
