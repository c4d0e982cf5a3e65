import { allocateColumns, type ColumnLayout, type ColumnLengths } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import {
  planExceptionLayout,
  planLayout,
  planNodeLayout,
  planOrderLayout,
  type PlanMeta,
  type PlanResult,
} from './plan-result.ts';

/** How long each column of a plan is. Does not throw. */
export function planLengths(nodes: number, orders: number, exceptions: number): ColumnLengths<typeof planLayout> {
  return {
    ...lengthsOf(planNodeLayout, nodes),
    nodeOrderStart: nodes + 1,
    nodeExceptionStart: nodes + 1,
    ...lengthsOf(planOrderLayout, orders),
    ...lengthsOf(planExceptionLayout, exceptions),
  };
}

/** Room for the plan of a whole frame. Does not throw. @example allocatePlan(frame, 0, 0).meta.orders === 0 */
export function allocatePlan(frame: Frame, orders: number, exceptions: number): PlanResult {
  const { datasetVersion, nodes } = frame.meta;
  const meta: PlanMeta = { datasetVersion, nodes, orders, exceptions };
  const { buffer, views } = allocateColumns(planLayout, planLengths(nodes, orders, exceptions), meta);
  return { ...views, meta, buffer };
}

function lengthsOf<Layout extends ColumnLayout>(layout: Layout, length: number): Record<keyof Layout, number> {
  return Object.fromEntries(Object.keys(layout).map((name) => [name, length])) as Record<keyof Layout, number>; // every name was set
}
