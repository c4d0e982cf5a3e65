import { codeOf, planMethods, supplyStatuses } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { addExceptionOn } from './add-exception.ts';
import { costOf, priceOf } from './item-value.ts';
import { isStale } from './gather-supply.ts';
import { changeOn } from './look-ahead.ts';
import type { NodeWork } from './node-work.ts';
import { codeOfException } from './plan-codes.ts';

const expedite = codeOfException('expedite');
const postpone = codeOfException('postpone');
const cancel = codeOfException('cancel');
const increase = codeOfException('increase');
const inTransit = codeOf(supplyStatuses, 'in_transit');
const minMax = codeOf(planMethods, 'min_max');
const reorderPoint = codeOf(planMethods, 'reorder_point');

/** A receipt that comes so many days too early, or fewer, is left alone: moving it costs more than it brings. */
const leastPostponeDays = 7;

/**
 * Appends what should happen to the open orders of the node in work (PLN-32): each, in the order of its date, is needed
 * on the first day on which what comes before it no longer holds the level. Nodes that order on their position expect
 * their stock to fall below it before a receipt; for them the level is the safety stock. O(days + orders), does not throw.
 * Source: rescheduling messages of material requirements planning, Orlicky 1975; Vollmann et al., 6th ed., chapter 7.
 */
export function adviseOrders(work: NodeWork, firstLine: number): void {
  if (!work.hasOpen || work.horizon === 0) return;
  const { frame, node, planDay, horizon } = work;
  const end = frame.supplyStart[node + 1] ?? 0;
  let day = 0;
  let balance = work.opening + changeWithoutSupply(work, 0);
  for (let row = frame.supplyStart[node] ?? 0; row < end; row += 1) {
    if (isStale(work, row)) continue;
    const quantity = frame.supplyQty[row] ?? 0;
    const due = Math.max(0, (frame.supplyDay[row] ?? 0) - planDay);
    while (day < horizon && balance >= levelOn(work, day)) {
      day += 1;
      if (day < horizon) balance += changeWithoutSupply(work, day);
    }
    // What comes behind the horizon is judged when it lies in it.
    if (due >= horizon) break;
    const isMovable = frame.supplyStatus[row] !== inTransit;
    if (day >= horizon) {
      if (isMovable) advise(work, cancel, planDay + due, quantity, 0, row, 1);
    } else if (day < due) {
      const short = Math.min(quantity, Math.ceil(levelOn(work, day) - balance));
      advise(work, expedite, planDay + day, short, due - day, row, day < 7 ? 3 : 2);
    } else if (isMovable && day - due >= leastPostponeDays) {
      advise(work, postpone, planDay + day, quantity, day - due, row, 1);
    }
    balance += quantity;
  }
  if (work.hasLateLine) adviseIncrease(work, firstLine);
}

/** An order that is open and comes before a late line from the same source could bring the line's quantity with it. */
function adviseIncrease(work: NodeWork, firstLine: number): void {
  const { frame, node, orderLines } = work;
  const { orderLateDays, orderReceiptDay, orderKind, orderSource, orderQty, orderFirm } = orderLines.views;
  const first = frame.supplyStart[node] ?? 0;
  for (let line = firstLine; line < orderLines.length; line += 1) {
    const late = orderLateDays[line] ?? 0;
    if (late === 0 || orderFirm[line] !== notSet) continue;
    const receiptDay = orderReceiptDay[line] ?? 0;
    for (let row = (frame.supplyStart[node + 1] ?? 0) - 1; row >= first; row -= 1) {
      const isSame = frame.supplyKind[row] === orderKind[line] && frame.supplySource[row] === orderSource[line];
      const due = frame.supplyDay[row] ?? 0;
      if (!isSame || due >= receiptDay || due < work.planDay || frame.supplyStatus[row] === inTransit) continue;
      advise(work, increase, due, orderQty[line] ?? 0, receiptDay - due, row, 2);
      break;
    }
  }
}

function advise(work: NodeWork, kind: number, day: number, grains: number, days: number, row: number, severity: number): void {
  addExceptionOn(work, kind, day, grains, kind === expedite || kind === increase ? priceOf(work) : costOf(work), severity, row);
  work.exceptions.views.exceptionDays[work.exceptions.length - 1] = days;
}

/** What changes on a day besides open supply. */
function changeWithoutSupply(work: NodeWork, day: number): number {
  return changeOn(work, day) - (work.open[day] ?? 0);
}

function levelOn(work: NodeWork, day: number): number {
  const method = work.frame.nodeMethod[work.node];
  return method === minMax || method === reorderPoint ? work.safetyStock : (work.level[day] ?? 0);
}
