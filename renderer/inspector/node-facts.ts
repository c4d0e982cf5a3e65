import { stockStatuses } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { exceptionKinds, type ExceptionKind, type PlanResult } from '#core/plan/plan-result.ts';

export type StockStatus = (typeof stockStatuses)[number];

export interface NodeException {
  readonly kind: ExceptionKind;
  readonly day: number;
  readonly grains: number;
  readonly value: number;
  readonly severity: number;
  /** Days an open order should move, or a line is late; 0 where days say nothing. */
  readonly days: number;
  /** Row of the open order it is about, or notSet. */
  readonly subject: number;
}

/** Stock of a node by status, in grains, in the order of the package's list; statuses without stock are left out. */
export function stockByStatus(frame: Frame, node: number): ReadonlyMap<StockStatus, number> {
  const found = new Map<StockStatus, number>();
  const end = frame.stockStart[node + 1] ?? 0;
  for (let row = frame.stockStart[node] ?? 0; row < end; row += 1) {
    const status = stockStatuses[frame.stockStatus[row] ?? 0];
    if (status) found.set(status, (found.get(status) ?? 0) + (frame.stockQty[row] ?? 0));
  }
  return new Map(stockStatuses.flatMap((status) => (found.has(status) ? [[status, found.get(status) ?? 0]] : [])));
}

/** Book stock of a node, whatever its status, in grains. */
export function bookStock(frame: Frame, node: number): number {
  let sum = 0;
  const end = frame.stockStart[node + 1] ?? 0;
  for (let row = frame.stockStart[node] ?? 0; row < end; row += 1) sum += frame.stockQty[row] ?? 0;
  return sum;
}

/** The day of the next open or planned receipt, or notSet. */
export function nextReceiptDay(frame: Frame, result: PlanResult, node: number): number {
  let next = notSet;
  const supplyEnd = frame.supplyStart[node + 1] ?? 0;
  for (let row = frame.supplyStart[node] ?? 0; row < supplyEnd; row += 1) next = earlier(next, frame.supplyDay[row] ?? notSet);
  const orderEnd = result.nodeOrderStart[node + 1] ?? 0;
  for (let row = result.nodeOrderStart[node] ?? 0; row < orderEnd; row += 1) {
    next = earlier(next, result.orderReceiptDay[row] ?? notSet);
  }
  return next;
}

function earlier(a: number, b: number): number {
  return a === notSet ? b : b === notSet ? a : Math.min(a, b);
}

/** The exceptions of a node, the gravest first. */
export function exceptionsOf(result: PlanResult, node: number): NodeException[] {
  const exceptions: NodeException[] = [];
  const end = result.nodeExceptionStart[node + 1] ?? 0;
  for (let row = result.nodeExceptionStart[node] ?? 0; row < end; row += 1) {
    const kind = exceptionKinds[result.exceptionKind[row] ?? 0];
    if (!kind) continue;
    exceptions.push({
      kind,
      day: result.exceptionDay[row] ?? notSet,
      grains: result.exceptionQty[row] ?? 0,
      value: result.exceptionValue[row] ?? 0,
      severity: result.exceptionSeverity[row] ?? 1,
      days: result.exceptionDays[row] ?? 0,
      subject: result.exceptionSubject[row] ?? notSet,
    });
  }
  return exceptions.sort((a, b) => b.severity - a.severity || b.value - a.value);
}

/** Whether a node has an exception of any of these kinds. */
export function hasException(result: PlanResult, node: number, kinds: ReadonlySet<number> | null): boolean {
  const end = result.nodeExceptionStart[node + 1] ?? 0;
  for (let row = result.nodeExceptionStart[node] ?? 0; row < end; row += 1) {
    if (kinds === null || kinds.has(result.exceptionKind[row] ?? notSet)) return true;
  }
  return false;
}
