import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { expireLots } from './expire-lots.ts';
import { gatherDemand } from './gather-demand.ts';
import { gatherLanes } from './gather-lanes.ts';
import { gatherSupply } from './gather-supply.ts';
import { endOfOrders, handToSuccessor } from './hand-to-successor.ts';
import { lookAheadPlanned, lookAheadUnplanned } from './look-ahead.ts';
import type { NodeWork } from './node-work.ts';
import { codeOfReason } from './plan-codes.ts';
import { planMakeToOrder } from './plan-make-to-order.ts';
import { planPeriodic } from './plan-periodic.ts';
import { planPosition, type PositionRule } from './plan-position.ts';
import { planTimePhased } from './plan-time-phased.ts';
import { protectLevel } from './protected-level.ts';
import { writeFirmLines } from './write-firm-lines.ts';

const minMax = codeOf(planMethods, 'min_max');
const reorderPoint = codeOf(planMethods, 'reorder_point');
const periodic = codeOf(planMethods, 'periodic');
const makeToOrder = codeOf(planMethods, 'make_to_order');
const none = codeOf(planMethods, 'none');
const belowProtectedLevel = codeOfReason('belowProtectedLevel');
const periodicReview = codeOfReason('periodicReview');
const madeToOrder = codeOfReason('makeToOrder');
const noLines: readonly never[] = [];

const minMaxRule: PositionRule = {
  trigger: 'below',
  reason: codeOfReason('belowMinimum'),
  isReviewed: () => true,
  level: (work) => work.level[0] ?? 0,
  fillTo: (work) => work.frame.nodeMaxQty[work.node] ?? 0,
};

const reorderPointRule: PositionRule = {
  ...minMaxRule,
  trigger: 'atOrBelow',
  reason: codeOfReason('atReorderPoint'),
};

/** Order up to the maximum on review days; below the minimum only, where there is one. */
const fillOnReviewRule: PositionRule = {
  trigger: 'below',
  reason: periodicReview,
  isReviewed(work, day) {
    const reviewDays = Math.max(1, work.frame.laneReviewDays[work.frame.laneStart[work.node] ?? 0] ?? 0);
    return day % reviewDays === 0;
  },
  level(work) {
    const min = work.frame.nodeMinQty[work.node] ?? 0;
    return min > 0 ? min : (work.frame.nodeMaxQty[work.node] ?? 0);
  },
  fillTo: (work) => work.frame.nodeMaxQty[work.node] ?? 0,
};

/**
 * Plans one node: gathers its demand and supply, then nets by its method. The lines are appended to
 * `work.orderLines`; what they take from other nodes is posted, so sources must be planned later. The arrays of
 * `work` hold the node until the next call. Does not throw.
 */
export function planNode(work: NodeWork, node: number): void {
  work.node = node;
  work.ownFirmLines = work.firmLines.get(node) ?? noLines;
  work.plannedTotal = 0;
  work.unsourced = 0;
  work.unsourcedDay = 0;
  work.hasLateLine = false;
  work.lowestMargin = notSet;
  work.orderEnd = endOfOrders(work);
  work.trace.length = 0;
  work.planned.fill(0);
  postFirmShipments(work);
  gatherDemand(work);
  gatherSupply(work);
  gatherLanes(work);
  expireLots(work);
  protectLevel(work);
  lookAheadUnplanned(work);
  writeFirmLines(work);
  netByMethod(work, work.frame.nodeMethod[node] ?? none);
  if (work.orderEnd < work.horizon) handToSuccessor(work);
  lookAheadPlanned(work);
}

/** Demand that firm transfers put on the node, before it is gathered. */
function postFirmShipments({ firmShipments, postings, node, planDay, horizon }: NodeWork): void {
  if (firmShipments.size === 0) return;
  for (const { shipDay, grains, toNode } of firmShipments.get(node) ?? noLines) {
    const day = Math.max(0, shipDay - planDay);
    if (day < horizon) postings.add(node, day, grains, toNode);
  }
}

function netByMethod(work: NodeWork, method: number): void {
  if (method === none) return;
  if (method === minMax) planPosition(work, minMaxRule);
  else if (method === reorderPoint) planPosition(work, reorderPointRule);
  else if (method === makeToOrder) planMakeToOrder(work, madeToOrder);
  else if (method !== periodic) planTimePhased(work, belowProtectedLevel);
  else if ((work.frame.nodeMaxQty[work.node] ?? 0) > 0) planPosition(work, fillOnReviewRule);
  else planPeriodic(work, periodicReview);
}
