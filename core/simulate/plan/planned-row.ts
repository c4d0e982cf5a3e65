import { grainsPerUnit } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { costOf } from '#core/plan/item-value.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import type { ItemCosts } from '#core/simulate/item/describe-item.ts';
import type { ItemSetup } from '#core/simulate/item/item-setup.ts';
import { strayOf } from '#core/simulate/sample/lead-time.ts';
import { demandOfNode } from './node-demand.ts';
import { outlookOf } from './node-outlook.ts';
import { rulesOfNode } from './node-rules.ts';
import { orderDaysOf } from './order-days.ts';

/** A node as it is simulated; quantities in grains, periods are days from the plan day on. */
export interface PlannedRow {
  readonly node: number;
  readonly setup: ItemSetup;
  /** The lane it orders on, or notSet. */
  readonly lane: number;
  /** The day from which its item's successor takes over, or the horizon. */
  readonly orderEnd: number;
  /** Whether there is or comes anything to give away: a place without stock and without supply is none to wait for. */
  readonly isStocked: boolean;
  /** Money per grain and day, and per order. */
  readonly costs: ItemCosts;
}

/** The names under which a node draws. */
export type NodeName = ItemSetup['name'];

/** A deviation beyond this many lead times is a slip of the keyboard, and would only make the memory of orders long. */
const mostStray = 3;

/**
 * The node in work as a row of a simulation over `days` days (rules SIM-20 to SIM-28). To be called when the node was planned, as it
 * reads what planning gathered. Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   plannedRow(work, 91, { item: 1, site: 2 }, false).setup.openingStock === 120000
 */
export function plannedRow(work: NodeWork, days: number, name: NodeName, isLostSales: boolean): PlannedRow {
  const { frame, node } = work;
  const orderDays = orderDaysOf(work, days);
  const { lane, arrival } = orderDays;
  const outlook = outlookOf(work, days, orderDays);
  const rules = rulesOfNode(work, orderDays, outlook);
  const leadTime = lane === notSet ? 0 : (frame.laneLeadTimeDays[lane] ?? 0);
  const sd = lane === notSet ? 0 : Math.min(mostStray * leadTime, Math.max(0, frame.laneLeadTimeSd[lane] ?? 0));
  const setup: ItemSetup = {
    name,
    demand: demandOfNode(work, days),
    leadTime: { base: arrival.map((day, from) => Math.max(0, day - from)), extra: strayOf(leadTime, sd), mayCross: true },
    rules,
    openingStock: work.opening,
    openingOnOrder: 0,
    receipts: outlook.receipts,
    seen: outlook.seen,
    isLostSales,
  };
  const isStocked = lane !== notSet || work.opening > 0 || outlook.receipts.some((quantity) => quantity > 0);
  return { node, setup, lane, orderEnd: work.orderEnd, isStocked, costs: costsOfNode(work, lane) };
}

function costsOfNode(work: NodeWork, lane: number): ItemCosts {
  const { frame, node } = work;
  const cost = costOf(work);
  const unitCost = cost > 0 || lane === notSet ? cost : Math.max(0, frame.laneUnitCost[lane] ?? 0);
  const perUnit = grainsPerUnit(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
  return {
    holding: (Math.max(0, frame.nodeHoldingRate[node] ?? 0) * unitCost) / 365 / perUnit,
    shortage: 0,
    order: Math.max(0, frame.nodeOrderCost[node] ?? 0),
  };
}
