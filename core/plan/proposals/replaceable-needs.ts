import { codeOf, orderKinds, planMethods } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { priceOf } from '#core/plan/item-value.ts';
import { codeOfException } from '#core/plan/plan-codes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { WorkCalendars } from '#core/plan/work-calendar.ts';
import { arrivalAfter } from './way-days.ts';

const buy = codeOf(orderKinds, 'buy');
const transfer = codeOf(orderKinds, 'transfer');
const minMax = codeOf(planMethods, 'min_max');
const reorderPoint = codeOf(planMethods, 'reorder_point');
const periodic = codeOf(planMethods, 'periodic');
const shortage = codeOfException('shortage');
const sourceShort = codeOfException('source_short');

/** A need of a node that a move could cover: proposed lines of one day of need, or what is short without any line. */
export interface ReplaceableNeed {
  /** The first of the lines, a row of the plan; notSet without any. */
  readonly order: number;
  grains: number;
  readonly needDay: number;
  /** When the lines arrive, or the end of the horizon: a move that comes later does not help. */
  readonly lastDay: number;
  /** Money per stock unit that is not bought. */
  readonly purchase: number;
  /** Money per stock unit on top, where a demand is short that a move serves earlier; else 0. */
  readonly rescue: number;
  /** The last day on which an arrival serves it earlier. */
  readonly rescueDay: number;
}

/** Reads the needs of nodes out of a plan. */
export interface NeedReader {
  /** By day of need; a purchase is counted once, for the node that is asked for first. */
  needsOf(node: number): ReplaceableNeed[];
}

/** What is bought for a node, by itself or by the sources its transfers come from, and not counted yet. */
interface Purchase {
  grains: number;
  readonly unitCost: number;
}

/** What a node is short of in spite of its lines and from which day on, and not counted yet. */
interface Shortage {
  grains: number;
  readonly day: number;
}

const nothing: Purchase = { grains: 0, unitCost: 0 };

/**
 * The needs of nodes that could be covered from elsewhere (REB-9, REB-10). A transfer counts where its source buys for it or
 * is short itself.
 * O(lines of the nodes asked for and of their sources); does not throw.
 */
export function createNeedReader(frame: Frame, plan: PlanResult, calendars: WorkCalendars): NeedReader {
  const purchases = new Map<number, Purchase>();
  const shortages = new Map<number, Shortage>();
  const horizonEnd = frame.meta.planDay + frame.meta.horizonDays;

  function purchaseOf(node: number): Purchase {
    const known = purchases.get(node);
    if (known !== undefined) return known;
    let grains = 0;
    let unitCost = Infinity;
    for (let row = plan.nodeOrderStart[node] ?? 0; row < (plan.nodeOrderStart[node + 1] ?? 0); row += 1) {
      if (plan.orderFirm[row] !== notSet) continue;
      const isBought = plan.orderKind[row] === buy;
      const origin = isBought ? nothing : purchaseFor(row);
      const bought = isBought ? (plan.orderQty[row] ?? 0) : take(origin, plan.orderQty[row] ?? 0);
      if (bought === 0) continue;
      grains += bought;
      // The lowest price of all: no more is promised than any of the lines saves.
      unitCost = Math.min(unitCost, isBought ? (plan.orderUnitCost[row] ?? 0) : origin.unitCost);
    }
    const purchase = { grains, unitCost: grains > 0 ? unitCost : 0 };
    purchases.set(node, purchase);
    return purchase;
  }

  function purchaseFor(row: number): Purchase {
    const source = sourceOf(frame, plan, row);
    return source === notSet ? nothing : purchaseOf(source);
  }

  function shortageOf(node: number): Shortage {
    const known = shortages.get(node);
    if (known !== undefined) return known;
    const shortage = findShortage(plan, node);
    shortages.set(node, shortage);
    return shortage;
  }

  /** What the source of a proposed transfer cannot send on its day. */
  function shortAtSource(row: number): number {
    const source = sourceOf(frame, plan, row);
    if (source === notSet) return 0;
    const shortage = shortageOf(source);
    return (plan.orderShipDay[row] ?? 0) < shortage.day ? 0 : take(shortage, plan.orderQty[row] ?? 0);
  }

  return {
    needsOf(node) {
      const purchase = purchaseOf(node);
      const needs: ReplaceableNeed[] = [];
      const short = shortageOf(node);
      const price = priceOf({ frame, node });
      const end = plan.nodeOrderStart[node + 1] ?? 0;
      for (let row = plan.nodeOrderStart[node] ?? 0; row < end;) {
        const first = row;
        const dueDay = dueDayOf(plan, first);
        let grains = 0;
        let unsent = 0;
        for (; row < end && (row === first || dueDayOf(plan, row) === dueDay); row += 1) {
          if (plan.orderFirm[row] !== notSet) continue;
          grains += plan.orderQty[row] ?? 0;
          unsent += shortAtSource(row);
        }
        const lastDay = Math.min(horizonEnd - 1, plan.orderReceiptDay[first] ?? 0);
        const late = lastDay > short.day ? take(short, grains) : 0;
        const needDay = Math.min(needDayOf(frame, plan, calendars, first), late > 0 ? short.day : Infinity);
        const bought = take(purchase, grains);
        const rescued = Math.max(late, unsent);
        if (grains === 0 || needDay >= horizonEnd || bought + rescued === 0) continue;
        needs.push({
          ...{ order: first, grains, needDay, lastDay },
          purchase: (purchase.unitCost * bought) / grains,
          rescue: (price * rescued) / grains,
          // What the source cannot send comes later than its line says.
          rescueDay: unsent > 0 ? lastDay : lastDay - 1,
        });
      }
      if (short.grains > 0) {
        const last = { lastDay: horizonEnd - 1, rescueDay: horizonEnd - 1 };
        needs.push({ order: notSet, grains: short.grains, needDay: short.day, ...last, purchase: 0, rescue: price });
      }
      return needs;
    },
  };
}

/** Takes up to `wanted` out of what is left of something. */
function take(rest: { grains: number }, wanted: number): number {
  const taken = Math.min(rest.grains, wanted);
  rest.grains -= taken;
  return taken;
}

/** The day for which a line is needed as the plan dates it. */
function dueDayOf(plan: PlanResult, row: number): number {
  return (plan.orderReceiptDay[row] ?? 0) - (plan.orderLateDays[row] ?? 0);
}

/**
 * The day on which a receipt takes the place of a line. A node that orders on its position looks one lead time ahead on
 * every day, also on those on which no order can be placed: the receipt must be in sight on the first that triggers the line.
 */
function needDayOf(frame: Frame, plan: PlanResult, calendars: WorkCalendars, row: number): number {
  const due = dueDayOf(plan, row);
  const node = plan.orderNode[row] ?? 0;
  const lane = plan.orderLane[row] ?? notSet;
  if (lane === notSet || !ordersOnPosition(frame, node)) return due;
  const calendar = frame.laneCalendar[lane] ?? 0;
  const orderDay = (plan.orderDay[row] ?? 0) - (plan.orderLateDays[row] ?? 0);
  const trigger = Math.max(frame.meta.planDay, calendars.lastOpen(calendar, orderDay - 1) + 1);
  const start = calendars.nextOpen(calendar, frame.meta.planDay + (frame.nodeFenceDays[node] ?? 0));
  return Math.min(due, trigger + arrivalAfter(frame, calendars, lane, node, start) - start);
}

/** Whether a node orders when its inventory position falls to a level. Does not throw. */
function ordersOnPosition(frame: Frame, node: number): boolean {
  const method = frame.nodeMethod[node];
  return method === minMax || method === reorderPoint || (method === periodic && (frame.nodeMaxQty[node] ?? 0) > 0);
}

/** The node a transfer comes from; notSet for other lines. */
function sourceOf(frame: Frame, plan: PlanResult, row: number): number {
  const lane = plan.orderLane[row] ?? notSet;
  return plan.orderKind[row] === transfer && lane !== notSet ? (frame.laneSource[lane] ?? notSet) : notSet;
}

function findShortage(plan: PlanResult, node: number): Shortage {
  const end = plan.nodeExceptionStart[node + 1] ?? 0;
  const isShort = (plan.nodeLowestBalance[node] ?? 0) < 0;
  for (let row = plan.nodeExceptionStart[node] ?? 0; isShort && row < end; row += 1) {
    const kind = plan.exceptionKind[row];
    if (kind !== shortage && kind !== sourceShort) continue;
    return { grains: plan.exceptionQty[row] ?? 0, day: plan.exceptionDay[row] ?? 0 };
  }
  return { grains: 0, day: Infinity };
}
