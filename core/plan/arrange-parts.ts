import type { PlanPlace, PlanRows } from './plan-rows.ts';

/** Anything that stands for rows of a plan: a block at hand, rows a worker keeps, rows of an earlier plan. */
export interface PlanPart {
  readonly rows: PlanRows;
}

/** Parts of a plan in the order of their nodes, each with its place, and how many rows there are in all. */
export interface PlanArrangement<Part extends PlanPart> {
  readonly placed: readonly { readonly part: Part; readonly place: PlanPlace }[];
  readonly orders: number;
  readonly exceptions: number;
}

/**
 * Arranges parts, given in any order, so that lines and exceptions come in node order: the place of a part depends
 * on the plan alone and not on who planned it (PLN-26). The parts must cover every network once. Does not throw.
 *
 * @example arrangeParts([]).orders === 0
 */
export function arrangeParts<Part extends PlanPart>(parts: readonly Part[]): PlanArrangement<Part> {
  // A part without nodes says nothing, and its start would overwrite that of the part that begins at the same node.
  const ordered = parts.filter(({ rows }) => rows.endNode > rows.firstNode).sort((a, b) => a.rows.firstNode - b.rows.firstNode);
  let orders = 0;
  let exceptions = 0;
  const placed = ordered.map((part) => {
    const place = { nodeRow: part.rows.firstNode, firstOrder: orders, firstException: exceptions };
    orders += part.rows.endOrder - part.rows.firstOrder;
    exceptions += part.rows.endException - part.rows.firstException;
    return { part, place };
  });
  return { placed, orders, exceptions };
}
