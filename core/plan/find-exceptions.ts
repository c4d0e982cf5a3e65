import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { addException, addExceptionOn } from './add-exception.ts';
import { costOf, priceOf } from './item-value.ts';
import { adviseOrders } from './advise-orders.ts';
import { changeOn } from './look-ahead.ts';
import { heldUntil } from './firm-lines.ts';
import type { NodeWork } from './node-work.ts';
import { codeOfException } from './plan-codes.ts';
import { surplusOf } from './surplus-of.ts';

const code = {
  negativeStock: codeOfException('negative_stock'),
  shortage: codeOfException('shortage'),
  lateSupply: codeOfException('late_supply'),
  lateOrder: codeOfException('late_order'),
  stockOut: codeOfException('stock_out'),
  excess: codeOfException('excess'),
  expiring: codeOfException('expiring'),
  noSource: codeOfException('no_source'),
  sourceShort: codeOfException('source_short'),
  shortAfterChange: codeOfException('short_after_change'),
} as const;

const makeToOrder = codeOf(planMethods, 'make_to_order');

const today = 3;
const thisWeek = 2;
const whenThereIsTime = 1;

/**
 * Appends the exceptions of the node in work, whose lines are [firstLine, endLine) of the plan (PLN-23). What
 * cannot be sold is valued at the price, what lies too long or is on order at the cost. Does not throw.
 */
export function findExceptions(work: NodeWork, firstLine: number): void {
  if (work.opening < 0) addException(work, code.negativeStock, 0, -work.opening, costOf(work), today, notSet);
  findShortages(work);
  findLateSupply(work);
  findLateOrders(work, firstLine);
  findSurplus(work);
  findShortAfterChange(work);
  adviseOrders(work, firstLine);
}

function findShortages(work: NodeWork): void {
  const day = work.outlook.firstNegativeDay;
  if (work.unsourced > 0) {
    const severity = day >= 0 ? severityOf(day) : thisWeek;
    addException(work, code.noSource, work.unsourcedDay, work.unsourced, priceOf(work), severity, notSet);
  }
  if (day >= 0) {
    const kind = work.postingCount > 0 ? code.sourceShort : code.shortage;
    addException(work, kind, day, -work.outlook.lowest, priceOf(work), severityOf(day), notSet);
  }
  // An item made to order has nothing on the shelf by design.
  if (work.opening <= 0 && work.dailyDemand > 0 && work.frame.nodeMethod[work.node] !== makeToOrder) {
    addException(work, code.stockOut, 0, Math.round(work.dailyDemand), priceOf(work), today, notSet);
  }
}

function findLateSupply(work: NodeWork): void {
  const { frame, node, planDay } = work;
  const end = frame.supplyStart[node + 1] ?? 0;
  for (let row = frame.supplyStart[node] ?? 0; row < end; row += 1) {
    const due = frame.supplyDay[row] ?? 0;
    // Rows are sorted by due day.
    if (due >= planDay) return;
    const quantity = frame.supplyQty[row] ?? 0;
    // The plan counts it today; if it does not come, the balance is lower by it.
    const severity = work.outlook.lowest - quantity < 0 ? today : thisWeek;
    addExceptionOn(work, code.lateSupply, due, quantity, costOf(work), severity, row);
  }
}

/** All lines of the node that are late, as one: needs that follow each other are late for one reason. */
function findLateOrders(work: NodeWork, firstLine: number): void {
  if (!work.hasLateLine) return;
  const { orderLines, planDay } = work;
  const { orderLateDays, orderReceiptDay, orderQty, orderFirm } = orderLines.views;
  let quantity = 0;
  let longest = 0;
  let needed = Infinity;
  let isShort = false;
  for (let row = firstLine; row < orderLines.length; row += 1) {
    const late = orderLateDays[row] ?? 0;
    if (late === 0 || orderFirm[row] !== notSet) continue;
    const receiptDay = orderReceiptDay[row] ?? 0;
    quantity += orderQty[row] ?? 0;
    longest = Math.max(longest, late);
    needed = Math.min(needed, receiptDay - late);
    isShort ||= work.outlook.firstNegativeDay >= 0 && work.outlook.firstNegativeDay < receiptDay - planDay;
  }
  addExceptionOn(work, code.lateOrder, needed, quantity, priceOf(work), isShort ? today : thisWeek, notSet);
  work.exceptions.views.exceptionDays[work.exceptions.length - 1] = longest;
}

/** Stock and open supply that neither the demand of the horizon nor the protected level will need, and lots that expire. */
function findSurplus(work: NodeWork): void {
  const { horizon, adjustment } = work;
  if (horizon === 0) return;
  for (let day = 0; work.hasAdjustment && day < horizon; day += 1) {
    const lost = -(adjustment[day] ?? 0);
    if (lost > 0) addException(work, code.expiring, day, lost, costOf(work), day < 28 ? thisWeek : whenThereIsTime, notSet);
  }
  const surplus = surplusOf(work);
  if (surplus > 0) addException(work, code.excess, 0, surplus, costOf(work), whenThereIsTime, notSet);
}

/** The largest gap below the protected level in the window in which a lowered line is not filled up again. */
function findShortAfterChange(work: NodeWork): void {
  for (const line of work.ownFirmLines) {
    if (line.reducedBy === 0) continue;
    const from = Math.max(0, line.receiptDay - work.planDay);
    const until = from + heldUntil(work.frame, line) - line.orderDay;
    let balance = work.opening;
    let gap = 0;
    for (let day = 0; day < Math.min(until, work.horizon); day += 1) {
      balance += changeOn(work, day) + (work.planned[day] ?? 0);
      if (day >= from) gap = Math.max(gap, (work.level[day] ?? 0) - balance);
    }
    if (gap > 0) addException(work, code.shortAfterChange, from, gap, priceOf(work), severityOf(from), notSet);
  }
}

function severityOf(day: number): number {
  return day < 7 ? today : day < 28 ? thisWeek : whenThereIsTime;
}
