import type { ColumnViews } from '#core/frame/columns.ts';
import type { planLayout } from './plan-result.ts';

/**
 * The plan of the nodes [firstNode, endNode) as a worker hands it over. Every column has its own buffer, so all
 * can be transferred; the `…Start` columns count from the block's own first line.
 */
export interface PlanBlock {
  readonly firstNode: number;
  readonly endNode: number;
  readonly columns: ColumnViews<typeof planLayout>;
}
