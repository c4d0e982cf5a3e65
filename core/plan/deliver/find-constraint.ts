import { codeOf, orderKinds, planMethods, supplierStatuses } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import type { ConstraintCode, LateDemand } from './network-delivery.ts';
import type { NodeFlow } from './node-flow.ts';

const none = codeOf(planMethods, 'none');
const buy = codeOf(orderKinds, 'buy');
const blocked = codeOf(supplierStatuses, 'blocked');

/** What a node gets from its lines, and which of them (by ordinal) come late from which source. */
export interface NodeReceipts {
  readonly perDay: Float64Array;
  readonly shortNodes: ReadonlyMap<number, number>;
}

type Constraint = Pick<LateDemand, 'constraint' | 'constraintNode' | 'constraintOrdinal'>;

/**
 * What keeps a node from having a demand on its day (offset) (PLN-34), looked for in this order: nothing is planned; no
 * lane may be used; a planner lowered the order; the first line that was needed by then and comes later, at the source
 * where it comes later because of one; else people wait for an open order or the level is too low. Does not throw.
 */
export function findConstraint(
  work: NodeWork,
  flow: NodeFlow,
  dueDay: number,
  servedDay: number,
  receiptsOf: ReadonlyMap<number, NodeReceipts>,
  flows: readonly NodeFlow[],
): Constraint {
  const { frame, planDay } = work;
  const { node } = flow;
  const at = (constraint: ConstraintCode, ordinal = notSet): Constraint => ({
    constraint,
    constraintNode: node,
    constraintOrdinal: ordinal,
  });
  if (frame.nodeMethod[node] === none) return at('notPlanned');
  if (flow.unsourced > 0 && flow.unsourcedDay <= dueDay) return at(whyNoLane(work, node));
  const firm = work.firmLines.get(node) ?? [];
  if (firm.some((line) => line.reducedBy > 0 && line.receiptDay - planDay <= dueDay)) return at('typedLower');
  const lines = work.orderLines.views;
  for (let row = flow.firstLine; row < flow.endLine; row += 1) {
    const ordinal = row - flow.firstLine;
    const needDay = (lines.orderReceiptDay[row] ?? 0) - (lines.orderLateDays[row] ?? 0) - planDay;
    if (needDay > dueDay) continue;
    const shortNode = receiptsOf.get(node)?.shortNodes.get(ordinal) ?? notSet;
    const plannedDay = (lines.orderReceiptDay[row] ?? 0) - planDay;
    // A line that comes late by itself binds where the demand does not wait for more of it than was planned.
    const isOwn = (lines.orderLateDays[row] ?? 0) > 0 && servedDay <= plannedDay;
    const source = shortNode === notSet || isOwn ? undefined : flows[shortNode - (flows[0]?.node ?? 0)];
    if (source) {
      const shipDay = Math.max(0, (lines.orderShipDay[row] ?? 0) - planDay);
      const there = findConstraint(work, source, shipDay, servedDay, receiptsOf, flows);
      // A source that is short only because it has to share has nothing late of its own to name.
      return there.constraint === 'orderLevel' ? { ...at('sourceShort', ordinal), constraintNode: shortNode } : there;
    }
    if ((lines.orderLateDays[row] ?? 0) > 0 && lines.orderFirm[row] === notSet) return at(whyLate(work, row), ordinal);
  }
  return at((frame.nodeWaitDays[node] ?? 0) > 0 ? 'waitForOrder' : 'orderLevel');
}

function whyNoLane({ frame }: NodeWork, node: number): ConstraintCode {
  const first = frame.laneStart[node] ?? 0;
  const end = frame.laneStart[node + 1] ?? 0;
  if (first === end) return 'noLane';
  for (let lane = first; lane < end; lane += 1) {
    const supplier = frame.laneSource[lane] ?? notSet;
    const isBlocked = frame.laneKind[lane] === buy && supplier !== notSet && frame.supplierStatus[supplier] === blocked;
    if (!isBlocked) return 'laneNotValid';
  }
  return 'supplierBlocked';
}

/** Why a line is placed later than its lead time before the need. */
function whyLate(work: NodeWork, row: number): ConstraintCode {
  const { frame, planDay } = work;
  const lines = work.orderLines.views;
  const lane = lines.orderLane[row] ?? 0;
  const orderDay = lines.orderDay[row] ?? 0;
  const leadDays = (lines.orderReceiptDay[row] ?? 0) - orderDay;
  const wanted = (lines.orderReceiptDay[row] ?? 0) - (lines.orderLateDays[row] ?? 0) - leadDays;
  if ((frame.laneValidFrom[lane] ?? notSet) === orderDay && orderDay > planDay) return 'laneBegins';
  // Even the plan day would be too late: no calendar or fence matters beside that.
  if (wanted < planDay) return 'leadTime';
  return (frame.nodeFenceDays[lines.orderNode[row] ?? 0] ?? 0) > 0 ? 'fence' : 'orderDays';
}
