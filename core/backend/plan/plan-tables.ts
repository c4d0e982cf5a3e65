import { formatDay } from '#core/base/calendar-day.ts';
import { formatMinor, lineValueMinor } from '#core/base/money.ts';
import { formatGrains, fromGrains } from '#core/base/quantity.ts';
import { orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { frameTexts, type FrameTexts } from '#core/frame/frame-texts.ts';
import { exceptionKinds, orderReasons, type PlanResult } from '#core/plan/plan-result.ts';

/** What a plan file is made of: a frame and the plan of it, with their texts. */
export interface PlanView {
  readonly frame: Frame;
  readonly result: PlanResult;
  readonly texts: FrameTexts;
}

/** A view over a frame and its plan. Does not throw. */
export function viewPlan(frame: Frame, result: PlanResult): PlanView {
  return { frame, result, texts: frameTexts(frame) };
}

/** An item-location as `ITEM@SITE`. Does not throw. */
export function nodeName({ frame, texts }: PlanView, node: number): string {
  return `${texts.itemId(frame.nodeItem[node] ?? 0)}@${texts.siteId(frame.nodeSite[node] ?? 0)}`;
}

/** The number of a line in the files: its item-location and its place among that one's lines. Does not throw. */
export function orderIdOf(view: PlanView, order: number): string {
  const node = view.result.orderNode[order] ?? 0;
  return `${nodeName(view, node)}#${order - (view.result.nodeOrderStart[node] ?? 0) + 1}`;
}

/** The source of a line as an id: a supplier, a site, or nothing for a make order. Does not throw. */
export function sourceIdOf({ result, texts }: PlanView, order: number): string {
  const source = result.orderSource[order] ?? notSet;
  switch (orderKinds[result.orderKind[order] ?? 0]) {
    case 'buy':
      return texts.supplierId(source);
    case 'transfer':
      return texts.siteId(source);
    default:
      return '';
  }
}

/** Value of a line in minor units of the company's currency. Does not throw. */
export function orderValueMinor({ frame, result }: PlanView, order: number): number {
  const item = frame.nodeItem[result.orderNode[order] ?? 0] ?? 0;
  return lineValueMinor(fromGrains(result.orderQty[order] ?? 0, frame.itemDecimals[item] ?? 0), result.orderUnitCost[order] ?? 0);
}

/** The first cells of a line in the files, up to its order date: which order it is, from where, to where. Does not throw. */
export function orderCells(view: PlanView, order: number): readonly string[] {
  const { frame, result, texts } = view;
  const node = result.orderNode[order] ?? 0;
  return [
    orderIdOf(view, order),
    orderKinds[result.orderKind[order] ?? 0] ?? '',
    texts.itemId(frame.nodeItem[node] ?? 0),
    texts.siteId(frame.nodeSite[node] ?? 0),
    sourceIdOf(view, order),
    formatDay(result.orderDay[order] ?? 0),
  ];
}

/** The lines of planned_orders.csv, header first; columns as the data package's documentation lists them. Does not throw. */
export function* plannedOrderLines(view: PlanView): Generator<string> {
  const { frame, result } = view;
  yield 'order_id,kind,item_id,site_id,source_id,order_date,ship_date,receipt_date,qty,unit_cost,value,late_days,reason\n';
  for (let order = 0; order < result.meta.orders; order += 1) {
    const item = frame.nodeItem[result.orderNode[order] ?? 0] ?? 0;
    yield csvLine([
      ...orderCells(view, order),
      formatDay(result.orderShipDay[order] ?? 0),
      formatDay(result.orderReceiptDay[order] ?? 0),
      formatGrains(result.orderQty[order] ?? 0, frame.itemDecimals[item] ?? 0),
      String(result.orderUnitCost[order] ?? 0),
      formatMinor(orderValueMinor(view, order)),
      String(result.orderLateDays[order] ?? 0),
      orderReasons[result.orderReason[order] ?? 0] ?? '',
    ]);
  }
}

/** The lines of exceptions.csv; `textOf` puts an exception into words. Does not throw. */
export function* exceptionLines(view: PlanView, textOf: (exception: number) => string): Generator<string> {
  const { frame, result, texts } = view;
  yield 'exception_id,kind,item_id,site_id,date,qty,value_at_risk,severity,text\n';
  for (let exception = 0; exception < result.meta.exceptions; exception += 1) {
    const node = result.exceptionNode[exception] ?? 0;
    const item = frame.nodeItem[node] ?? 0;
    const day = result.exceptionDay[exception] ?? notSet;
    yield csvLine([
      `E${exception + 1}`,
      exceptionKinds[result.exceptionKind[exception] ?? 0] ?? '',
      texts.itemId(item),
      texts.siteId(frame.nodeSite[node] ?? 0),
      day === notSet ? '' : formatDay(day),
      formatGrains(result.exceptionQty[exception] ?? 0, frame.itemDecimals[item] ?? 0),
      (result.exceptionValue[exception] ?? 0).toFixed(2),
      String(result.exceptionSeverity[exception] ?? 0),
      textOf(exception),
    ]);
  }
}

/** One CSV line, quoted where it has to be. Does not throw. @example csvLine(['a', 'b,c']) === 'a,"b,c"\n' */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
