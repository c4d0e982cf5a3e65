import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { addTo } from './add-to.ts';
import { isUsable, isValidOn, placeForNeed } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { postComponents } from './post-components.ts';

const transfer = codeOf(orderKinds, 'transfer');
/** A maximum so small that it would split a lot into more lines than this is not obeyed further. */
const mostLinesOfLot = 1000;

/**
 * Writes the lines of `work.requirement` on the lane of `work.placement`, or over all lanes with a share where that
 * lane has one, and returns the quantity placed (PLN-10 to PLN-12). Does not throw.
 */
export function writeLot(work: NodeWork): number {
  const { frame, node, placement, requirement } = work;
  const before = work.plannedTotal;
  const first = placement.lane;
  if (!((frame.laneShare[first] ?? 0) > 0)) {
    writeOnLane(work, requirement.lot, before);
    return work.plannedTotal - before;
  }
  const end = frame.laneStart[node + 1] ?? 0;
  let shares = 0;
  for (let lane = first; lane < end; lane += 1) shares += sharedBy(work, lane);
  let shared = 0;
  let part = 0;
  for (let lane = first; lane < end; lane += 1) {
    const share = sharedBy(work, lane);
    if (share === 0) continue;
    shared += share;
    const through = Math.round((requirement.lot * shared) / shares);
    if (lane !== first) placeForNeed(work, lane, work.planDay + requirement.needDay);
    if (through > part) writeOnLane(work, through - part, before);
    part = through;
  }
  return work.plannedTotal - before;
}

/** The share of a lane in the lot in work, 0 for a lane that may not be used. */
function sharedBy(work: NodeWork, lane: number): number {
  const share = work.frame.laneShare[lane] ?? 0;
  if (!(share > 0) || !isUsable(work, lane)) return 0;
  return isValidOn(work, lane, work.placement.orderDay) ? share : 0;
}

/** Minimum, multiple, whole steps, then the split at the maximum; all in exact grains. */
function writeOnLane(work: NodeWork, part: number, plannedBefore: number): void {
  const { frame, placement } = work;
  const { lane } = placement;
  const moq = Math.max(0, frame.laneMoq[lane] ?? 0);
  const multipleOf = frame.laneMultiple[lane] ?? 0;
  const raised = Math.max(part, moq);
  const multiple = multipleOf > 0 ? roundUpTo(raised, multipleOf) : raised;
  const step = roundUpTo(multiple, grainsPerStep);
  let most = frame.laneMaxQty[lane] ?? 0;
  if (multipleOf > 0 && most > multipleOf) most -= most % multipleOf;
  let left = step;
  for (let line = 0; left > 0; line += 1) {
    const cut = most > 0 && left > most && line < mostLinesOfLot;
    const quantity = cut ? most : Math.max(left, multipleOf > 0 ? roundUpTo(moq, multipleOf) : moq);
    if (work.isTracing) writeTrace(work, plannedBefore, part, raised, multiple, step);
    writeLine(work, quantity);
    left -= quantity;
  }
}

/** Keeps what the line was computed from, for its explanation. */
function writeTrace(
  { trace, requirement }: NodeWork,
  plannedBefore: number,
  part: number,
  raised: number,
  multiple: number,
  step: number,
): void {
  trace.reserve();
  const row = trace.length;
  const columns = trace.views;
  columns.needDay[row] = requirement.needDay;
  columns.forecastThrough[row] = requirement.forecastThrough;
  columns.ordersThrough[row] = requirement.ordersThrough;
  columns.supplyThrough[row] = requirement.supplyThrough;
  columns.firmThrough[row] = requirement.firmThrough;
  columns.peggedOrders[row] = requirement.peggedOrders;
  columns.peggedDependent[row] = requirement.peggedDependent;
  columns.plannedBefore[row] = plannedBefore;
  columns.target[row] = requirement.target;
  columns.net[row] = requirement.net;
  columns.lot[row] = requirement.lot;
  columns.part[row] = part;
  columns.raised[row] = raised;
  columns.multiple[row] = multiple;
  columns.step[row] = step;
  trace.length = row + 1;
}

/** Appends one line, posts what it takes from other nodes, and counts its receipt. */
function writeLine(work: NodeWork, quantity: number): void {
  const { frame, node, planDay, placement, requirement, orderLines } = work;
  const { lane, orderDay, receiptDay } = placement;
  const kind = frame.laneKind[lane] ?? 0;
  const source = frame.laneSource[lane] ?? notSet;
  orderLines.reserve();
  const row = orderLines.length;
  const lines = orderLines.views;
  lines.orderNode[row] = node;
  lines.orderLane[row] = lane;
  lines.orderKind[row] = kind;
  lines.orderSource[row] = kind === transfer ? (frame.nodeSite[source] ?? notSet) : source;
  lines.orderDay[row] = orderDay;
  lines.orderShipDay[row] = orderDay;
  lines.orderReceiptDay[row] = receiptDay;
  lines.orderQty[row] = quantity;
  lines.orderUnitCost[row] = unitCostOf(work, lane);
  lines.orderLateDays[row] = Math.max(0, receiptDay - planDay - requirement.needDay);
  lines.orderReason[row] = requirement.reason;
  lines.orderFirm[row] = notSet;
  orderLines.length = row + 1;
  work.plannedTotal += quantity;
  const receipt = receiptDay - planDay;
  if (receipt < work.horizon) addTo(work.planned, receipt, quantity);
  const ship = orderDay - planDay;
  if (kind === transfer && ship < work.horizon) work.postings.add(source, ship, quantity, node);
  postComponents(work, lane, orderDay, quantity);
}

/** The price of the lane, or the item's cost where the lane names none. */
export function unitCostOf(work: NodeWork, lane: number): number {
  const cost = lane === notSet ? 0 : (work.frame.laneUnitCost[lane] ?? 0);
  return cost > 0 ? cost : (work.frame.itemCost[work.frame.nodeItem[work.node] ?? 0] ?? 0);
}
