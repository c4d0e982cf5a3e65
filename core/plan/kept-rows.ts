import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { NodeChanges } from './node-changes.ts';
import type { PlanResult } from './plan-result.ts';
import { rowsOfNodes, type PlanRows } from './plan-rows.ts';

/**
 * The rows of an earlier plan that hold on when `networks` (ascending) are planned anew: all between them, as few ranges
 * as there are gaps (PLN-27). Does not throw.
 *
 * @example keptRows(frame, plan, Uint32Array.of()).length === 1
 */
export function keptRows(frame: Frame, plan: PlanResult, networks: Uint32Array): readonly PlanRows[] {
  const kept: PlanRows[] = [];
  let firstNode = 0;
  function keepUntil(endNode: number): void {
    if (endNode > firstNode) kept.push(rowsOfNodes(plan, firstNode, endNode));
  }
  for (const network of networks) {
    keepUntil(frame.networkStart[network] ?? 0);
    firstNode = frame.networkStart[network + 1] ?? 0;
  }
  keepUntil(frame.meta.nodes);
  return kept;
}

/**
 * Writes the positions of the firm orders into a plan whose kept rows were numbered by an older list. Firm lines are a
 * node's first and in the order of the list; a typed 0 has no line. O(firm orders), does not throw.
 */
export function numberFirmLines(plan: PlanResult, { firmLines }: NodeChanges): void {
  for (const [node, lines] of firmLines) {
    let row = plan.nodeOrderStart[node] ?? 0;
    for (const line of lines) {
      if (line.grains <= 0 || plan.orderFirm[row] === notSet) continue;
      plan.orderFirm[row] = line.position;
      row += 1;
    }
  }
}
