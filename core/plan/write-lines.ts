import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { addTo } from './add-to.ts';
import { placeForNeed } from './choose-lane.ts';
import type { LaneTerms } from './lane-terms.ts';
import type { NodeWork } from './node-work.ts';
import { raiseToBreak, unitCostFor } from './price-break.ts';
import { postComponents } from './post-components.ts';

const transfer = codeOf(orderKinds, 'transfer');
/** A maximum so small that it would split a lot into more lines than this is not obeyed further. */
const mostLinesOfLot = 10_000;

/**
 * Writes the lines of `work.requirement` on the lane of `work.placement`, or over all lanes with a share where that
 * lane has one (PLN-10 to PLN-12), and counts them in `work.plannedTotal`. Does not throw.
 */
export function writeLot(work: NodeWork): void {
  const { placement, requirement } = work;
  requirement.plannedBefore = work.plannedTotal;
  requirement.part = requirement.lot;
  if (placement.lane.share > 0) writeShares(work);
  else writeOnLane(work);
}

/**
 * Splits a lot by the shares of the lanes that are valid on their own order days, in whole steps of the item, so that
 * the parts add up to the lot.
 */
function writeShares(work: NodeWork): void {
  const { placement, requirement } = work;
  const { lane: chosen, orderDay, receiptDay } = placement;
  let shares = 0;
  for (let lane = work.firstLane; lane; lane = lane.next) {
    if (placeShare(work, lane, chosen, orderDay, receiptDay)) shares += lane.share;
  }
  let shared = 0;
  let part = 0;
  for (let lane = work.firstLane; lane; lane = lane.next) {
    if (!placeShare(work, lane, chosen, orderDay, receiptDay)) continue;
    shared += lane.share;
    const steps = Math.round((requirement.lot * shared) / shares / grainsPerStep);
    const through = shared >= shares ? requirement.lot : Math.min(requirement.lot, steps * grainsPerStep);
    requirement.part = through - part;
    if (through > part) writeOnLane(work);
    part = through;
  }
}

/** Places on a lane that has a share; the lane that was chosen keeps its days. False where it has none or may not be used. */
function placeShare(work: NodeWork, lane: LaneTerms, chosen: LaneTerms, orderDay: number, receiptDay: number): boolean {
  const { placement, requirement } = work;
  if (!(lane.share > 0)) return false;
  if (lane !== chosen) return placeForNeed(work, lane, work.planDay + requirement.needDay);
  placement.lane = lane;
  placement.orderDay = orderDay;
  placement.receiptDay = receiptDay;
  return true;
}

/** Minimum, multiple, whole steps, then the split at the maximum; all in exact grains. */
function writeOnLane(work: NodeWork): void {
  const { requirement } = work;
  const { moq, multiple, maxQty, hasBreaks } = work.placement.lane;
  requirement.raised = requirement.part > moq ? requirement.part : moq;
  requirement.multiple = requirement.raised;
  if (multiple > 0) requirement.multiple = roundUpTo(requirement.raised, multiple);
  requirement.step = roundUpTo(requirement.multiple, grainsPerStep);
  requirement.priced = requirement.step;
  if (hasBreaks) raiseToBreak(work);
  requirement.quantity = requirement.priced;
  if (maxQty > 0 && requirement.step > maxQty) splitAtMaximum(work);
  else writeLine(work);
}

/** Lines of the maximum, in whole multiples where one fits into it; the last is raised to the minimum. */
function splitAtMaximum(work: NodeWork): void {
  const { requirement } = work;
  const { moq, multiple: multipleOf, maxQty } = work.placement.lane;
  const most = multipleOf > 0 && maxQty > multipleOf ? Math.floor(maxQty / multipleOf) * multipleOf : maxQty;
  const least = multipleOf > 0 ? roundUpTo(moq, multipleOf) : moq;
  let left = requirement.priced;
  for (let line = 0; left > 0; line += 1) {
    requirement.quantity = left > most && line < mostLinesOfLot ? most : Math.max(left, least);
    writeLine(work);
    left -= requirement.quantity;
  }
}

/** Appends one line, posts what it takes from other nodes, and counts its receipt. */
function writeLine(work: NodeWork): void {
  const { node, planDay, requirement, orderLines } = work;
  const { lane: terms, orderDay, receiptDay } = work.placement;
  const { quantity } = requirement;
  const { lane, kind, source } = terms;
  const lateness = receiptDay - planDay - requirement.needDay;
  const lateDays = lateness > 0 ? lateness : 0;
  if (lateDays > 0) work.hasLateLine = true;
  if (work.isTracing) writeTrace(work);
  const row = orderLines.append();
  const lines = orderLines.views;
  lines.orderNode[row] = node;
  lines.orderLane[row] = lane;
  lines.orderKind[row] = kind;
  lines.orderSource[row] = terms.orderSource;
  lines.orderDay[row] = orderDay;
  lines.orderShipDay[row] = orderDay;
  lines.orderReceiptDay[row] = receiptDay;
  lines.orderQty[row] = quantity;
  lines.orderUnitCost[row] = terms.unitCost;
  // Apart, as a choice between both would allocate the one that is there.
  if (terms.hasBreaks) lines.orderUnitCost[row] = unitCostFor(work, lane, quantity);
  lines.orderLateDays[row] = lateDays;
  lines.orderReason[row] = requirement.reason;
  lines.orderFirm[row] = notSet;
  work.plannedTotal += quantity;
  const receipt = receiptDay - planDay;
  if (receipt < work.horizon) addTo(work.planned, receipt, quantity);
  const ship = orderDay - planDay;
  if (kind === transfer && ship < work.horizon) work.postings.add(source, ship, quantity, node);
  if (terms.hasComponents) postComponents(work, lane, orderDay, quantity);
}

/** Keeps what the line was computed from, for its explanation. */
function writeTrace({ trace, requirement }: NodeWork): void {
  const row = trace.append();
  const columns = trace.views;
  columns.needDay[row] = requirement.needDay;
  columns.forecastThrough[row] = requirement.forecastThrough;
  columns.ordersThrough[row] = requirement.ordersThrough;
  columns.supplyThrough[row] = requirement.supplyThrough;
  columns.firmThrough[row] = requirement.firmThrough;
  columns.peggedOrders[row] = requirement.peggedOrders;
  columns.peggedDependent[row] = requirement.peggedDependent;
  columns.plannedBefore[row] = requirement.plannedBefore;
  columns.target[row] = requirement.target;
  columns.net[row] = requirement.net;
  columns.lot[row] = requirement.lot;
  columns.part[row] = requirement.part;
  columns.raised[row] = requirement.raised;
  columns.multiple[row] = requirement.multiple;
  columns.step[row] = requirement.step;
  columns.priced[row] = requirement.priced;
}
