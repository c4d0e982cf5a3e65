import type { Frame } from '#core/frame/frame-layout.ts';
import { allocatePlan } from './allocate-plan.ts';
import { arrangeParts } from './arrange-parts.ts';
import type { PlanBlock } from './plan-block.ts';
import type { PlanResult } from './plan-result.ts';
import { copyPlanRows } from './plan-rows.ts';

/**
 * Puts blocks together, in any order, to the plan of the whole frame. The bytes depend only on the frame and the
 * changes, not on how the networks were split (PLN-26). The blocks must cover every network once. Does not throw.
 *
 * @example mergeBlocks(frame, [one block]) equals mergeBlocks(frame, two blocks of one network each)
 */
export function mergeBlocks(frame: Frame, blocks: readonly PlanBlock[]): PlanResult {
  const { placed, orders, exceptions } = arrangeParts(blocks);
  const result = allocatePlan(frame, orders, exceptions);
  for (const { part, place } of placed) copyPlanRows(part.columns, part.rows, result, place);
  return result;
}
