import type { NodeWork } from '#core/plan/node-work.ts';

/** What is kept of a node of the network in work; day arrays have one element per day of the horizon, in grains. */
export interface NodeFlow {
  readonly node: number;
  readonly opening: number;
  /** Open receipts, releases and expiries: what comes without the plan's orders. */
  readonly fixed: Float64Array;
  /** Everything asked of the node, dependent demand included. */
  readonly demand: Float64Array;
  /** The balance without the plan's orders. */
  readonly unplanned: Float64Array;
  readonly dailyDemand: number;
  readonly unsourced: number;
  readonly unsourcedDay: number;
  /** The node's lines are [firstLine, endLine) of the lines in work. */
  readonly firstLine: number;
  readonly endLine: number;
}

/** Copies what the delivery needs of the node in work, whose lines begin at `firstLine`. Does not throw. */
export function keepFlow(work: NodeWork, firstLine: number): NodeFlow {
  return {
    node: work.node,
    opening: work.opening,
    fixed: work.adjustment.map((change, day) => change + (work.open[day] ?? 0)),
    demand: work.demand.slice(),
    unplanned: work.unplanned.slice(),
    dailyDemand: work.dailyDemand,
    unsourced: work.unsourced,
    unsourcedDay: work.unsourcedDay,
    firstLine,
    endLine: work.orderLines.length,
  };
}
