import { allocateColumns } from '#core/frame/columns.ts';
import { planLengths } from './allocate-plan.ts';
import { planLayout } from './plan-result.ts';
import { copyPlanRows, type PlanColumns, type PlanRows } from './plan-rows.ts';

/** Rows of a plan with the columns they lie in. */
export interface PlanBlock {
  readonly rows: PlanRows;
  readonly columns: PlanColumns;
}

/**
 * Copies rows into columns of their own, all in one buffer, so that they can be handed over. Does not throw.
 *
 * @example cutBlock({ rows, columns }).rows.firstOrder === 0
 */
export function cutBlock({ rows, columns }: PlanBlock): PlanBlock {
  const { firstNode, endNode, firstOrder, endOrder, firstException, endException } = rows;
  const lengths = planLengths(endNode - firstNode, endOrder - firstOrder, endException - firstException);
  const { views } = allocateColumns(planLayout, lengths, null);
  copyPlanRows(columns, rows, views, { nodeRow: 0, firstOrder: 0, firstException: 0 });
  return {
    rows: {
      firstNode,
      endNode,
      nodeRow: 0,
      firstOrder: 0,
      endOrder: endOrder - firstOrder,
      firstException: 0,
      endException: endException - firstException,
    },
    columns: views,
  };
}
