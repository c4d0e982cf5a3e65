import { notSet } from '#core/frame/frame-layout.ts';
import type { ColumnViews } from '#core/frame/columns.ts';
import type { NodeWork } from './node-work.ts';
import type { planNodeLayout } from './plan-result.ts';
import { surplusOf } from './surplus-of.ts';

/** The summary columns of a block, with where each node's lines and exceptions start. */
export type NodeColumns = ColumnViews<typeof planNodeLayout> & {
  readonly nodeOrderStart: Uint32Array<ArrayBuffer>;
  readonly nodeExceptionStart: Uint32Array<ArrayBuffer>;
};

/** Empty summaries of `nodes` nodes. Does not throw. @example allocateNodeColumns(2).nodeOrderStart.length === 3 */
export function allocateNodeColumns(nodes: number): NodeColumns {
  return {
    nodeDailyDemand: new Float64Array(nodes),
    nodeWeeklySd: new Float64Array(nodes),
    nodeUsable: new Float64Array(nodes),
    nodeOnOrder: new Float64Array(nodes),
    nodeProtected: new Float64Array(nodes),
    nodeStockOutDay: new Int32Array(nodes),
    nodeLowestBalance: new Float64Array(nodes),
    nodeSurplus: new Float64Array(nodes),
    nodeOrderStart: new Uint32Array(nodes + 1),
    nodeExceptionStart: new Uint32Array(nodes + 1),
  };
}

/** Writes the summary of the node in work to `row`. Does not throw. */
export function summariseNode(work: NodeWork, columns: NodeColumns, row: number): void {
  const { frame, node, planDay } = work;
  columns.nodeDailyDemand[row] = work.dailyDemand;
  columns.nodeWeeklySd[row] = work.forecastViews.forecastSd[node] ?? 0;
  columns.nodeUsable[row] = work.opening;
  let onOrder = 0;
  const end = frame.supplyStart[node + 1] ?? 0;
  for (let supply = frame.supplyStart[node] ?? 0; supply < end; supply += 1) onOrder += frame.supplyQty[supply] ?? 0;
  columns.nodeOnOrder[row] = onOrder;
  columns.nodeProtected[row] = work.level[0] ?? 0;
  const stockOut = work.outlook.firstNegativeDayWithoutOrders;
  columns.nodeStockOutDay[row] = stockOut < 0 ? notSet : planDay + stockOut;
  columns.nodeLowestBalance[row] = work.horizon === 0 ? work.opening : work.outlook.lowest;
  columns.nodeSurplus[row] = surplusOf(work);
}
