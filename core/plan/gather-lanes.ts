import { invariant } from '#core/base/invariant.ts';
import { codeOf, orderKinds, supplierStatuses } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { LaneTerms } from './lane-terms.ts';
import type { NodeWork } from './node-work.ts';
import { hasLotSize, lotDaysOf } from './size-lot.ts';

const buy = codeOf(orderKinds, 'buy');
const transfer = codeOf(orderKinds, 'transfer');
const blocked = codeOf(supplierStatuses, 'blocked');

/** Gathers the lanes of the node in work, which of them may be used, and from which day on each takes orders. Does not throw. */
export function gatherLanes(work: NodeWork): void {
  const { frame, node, calendars, lanePool } = work;
  const start = frame.laneStart[node] ?? 0;
  const end = frame.laneStart[node + 1] ?? 0;
  const behindFence = work.planDay + (frame.nodeFenceDays[node] ?? 0);
  const itemCost = frame.itemCost[frame.nodeItem[node] ?? 0] ?? 0;
  let next: LaneTerms | undefined;
  for (let lane = end - 1; lane >= start; lane -= 1) {
    const terms = lanePool[lane - start];
    if (!terms) break;
    const laneCost = frame.laneUnitCost[lane] ?? 0;
    terms.next = next;
    terms.lane = lane;
    terms.kind = frame.laneKind[lane] ?? 0;
    terms.source = frame.laneSource[lane] ?? notSet;
    terms.orderSource = terms.kind === transfer ? (frame.nodeSite[terms.source] ?? notSet) : terms.source;
    terms.leadTimeDays = frame.laneLeadTimeDays[lane] ?? 0;
    terms.hasWorkingDays = frame.laneWorkingDays[lane] === 1;
    terms.calendar = frame.laneCalendar[lane] ?? 0;
    terms.validFrom = frame.laneValidFrom[lane] ?? notSet;
    terms.validTo = frame.laneValidTo[lane] ?? notSet;
    terms.reviewDays = frame.laneReviewDays[lane] ?? 0;
    terms.lotDays = lotDaysOf(work, terms);
    terms.hasLotSize = hasLotSize(work);
    terms.share = frame.laneShare[lane] ?? 0;
    terms.moq = frame.laneMoq[lane] ?? 0;
    terms.multiple = frame.laneMultiple[lane] ?? 0;
    terms.maxQty = frame.laneMaxQty[lane] ?? 0;
    terms.unitCost = laneCost > 0 ? laneCost : itemCost;
    terms.hasBreaks = frame.breakStart[lane] !== frame.breakStart[lane + 1];
    terms.hasComponents = frame.bomStart[lane] !== frame.bomStart[lane + 1];
    terms.firstOrderDay = isUsable(work, terms) ? calendars.nextOpen(terms.calendar, behindFence) : notSet;
    next = terms;
  }
  work.firstLane = next;
}

/** The terms of a lane, by its index in the frame, of the node in work. Another lane is a bug of the caller. */
export function termsOfLane({ frame, node, lanePool }: NodeWork, lane: number): LaneTerms {
  const terms = lanePool[lane - (frame.laneStart[node] ?? 0)];
  invariant(terms, 'a lane of the node in work');
  return terms;
}

/** A supplier that is blocked gets no orders. */
function isUsable({ frame }: NodeWork, { kind, source }: LaneTerms): boolean {
  return kind !== buy || source === notSet || frame.supplierStatus[source] !== blocked;
}
