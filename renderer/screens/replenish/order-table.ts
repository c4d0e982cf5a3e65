import { lineValueMinor, type Minor } from '#core/base/money.ts';
import { orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanChanges } from '#core/plan/plan-changes.ts';
import { orderReasons, type PlanResult } from '#core/plan/plan-result.ts';
import type { FirmOrder, OrderKind, OrderLine } from '#core/model/scenario/scenario-record.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';

/** The proposed orders of a plan as a table whose rows are their indices in the result. */
export interface OrderTable {
  readonly frame: Frame;
  readonly result: PlanResult;
  readonly reader: FrameReader;
  readonly count: number;
  nodeOf(row: number): number;
  itemOf(row: number): number;
  siteOf(row: number): number;
  kindOf(row: number): OrderKind;
  reasonOf(row: number): (typeof orderReasons)[number];
  /** The firm order a row stands for, or undefined for a computed proposal. */
  firmOf(row: number): FirmOrder | undefined;
  /** Stock units to order, typed or computed. */
  qtyOf(row: number): number;
  /** Stock units the plan proposed; NaN where nothing was proposed. */
  proposedQtyOf(row: number): number;
  valueMinorOf(row: number): Minor;
  sourceIdOf(row: number): string;
  sourceNameOf(row: number): string;
  lineOf(row: number): OrderLine;
  /** Days until stock runs out without new orders, NaN while it does not. */
  daysToStockOutOf(row: number): number;
  /** Days of demand that usable stock and open supply last, without and with this order; NaN without demand. */
  coverBeforeOf(row: number): number;
  coverAfterOf(row: number): number;
  isLate(row: number): boolean;
  isUrgent(row: number): boolean;
  /** What finds a row again in the next plan. */
  keyOf(row: number): string;
  /** The key of a proposal in the place of a row. */
  placeKeyOf(row: number): string;
}

/** Reads a plan's orders; nothing is computed before it is asked for. Does not throw. */
export function createOrderTable(reader: FrameReader, result: PlanResult, changes: PlanChanges): OrderTable {
  const { frame } = reader;
  const nodeOf = (row: number): number => result.orderNode[row] ?? 0;
  const itemOf = (row: number): number => frame.nodeItem[nodeOf(row)] ?? 0;
  const siteOf = (row: number): number => frame.nodeSite[nodeOf(row)] ?? 0;
  const kindOf = (row: number): OrderKind => orderKinds[result.orderKind[row] ?? 0] ?? 'buy';
  const firmOf = (row: number): FirmOrder | undefined => changes.firmOrders[result.orderFirm[row] ?? notSet];
  const qtyOf = (row: number): number => reader.units(nodeOf(row), result.orderQty[row] ?? 0);
  const positionOf = (node: number): number => (result.nodeUsable[node] ?? 0) + (result.nodeOnOrder[node] ?? 0);

  function coverOf(node: number, grains: number): number {
    const daily = result.nodeDailyDemand[node] ?? 0;
    return daily > 0 ? Math.max(0, grains) / daily : NaN;
  }
  function sourceOf(row: number): number {
    return result.orderSource[row] ?? notSet;
  }
  function sourceIdOf(row: number): string {
    if (kindOf(row) === 'make') return '';
    return kindOf(row) === 'buy' ? reader.supplierId(sourceOf(row)) : reader.siteId(sourceOf(row));
  }
  function daysToStockOutOf(row: number): number {
    const day = result.nodeStockOutDay[nodeOf(row)] ?? notSet;
    return day === notSet ? NaN : day - frame.meta.planDay;
  }
  function placeKeyOf(row: number): string {
    return `${nodeOf(row)}/${result.orderKind[row] ?? 0}/${sourceOf(row)}/${result.orderReceiptDay[row] ?? 0}`;
  }
  function isLate(row: number): boolean {
    return (result.orderLateDays[row] ?? 0) > 0;
  }

  return {
    frame,
    result,
    reader,
    count: result.meta.orders,
    nodeOf,
    itemOf,
    siteOf,
    kindOf,
    reasonOf: (row) => orderReasons[result.orderReason[row] ?? 0] ?? 'belowProtectedLevel',
    firmOf,
    qtyOf,
    proposedQtyOf(row) {
      const firm = firmOf(row);
      return firm ? (firm.proposedQty ?? NaN) : qtyOf(row);
    },
    valueMinorOf: (row) => lineValueMinor(qtyOf(row), result.orderUnitCost[row] ?? 0),
    sourceIdOf,
    sourceNameOf(row) {
      if (kindOf(row) === 'make') return '';
      return (kindOf(row) === 'buy' ? reader.supplierName(sourceOf(row)) : reader.siteName(sourceOf(row))) || sourceIdOf(row);
    },
    lineOf: (row) => ({
      kind: kindOf(row),
      itemId: reader.itemId(itemOf(row)),
      siteId: reader.siteId(siteOf(row)),
      sourceId: sourceIdOf(row),
      orderDay: result.orderDay[row] ?? 0,
      shipDay: result.orderShipDay[row] ?? 0,
      receiptDay: result.orderReceiptDay[row] ?? 0,
      qty: qtyOf(row),
    }),
    daysToStockOutOf,
    coverBeforeOf: (row) => coverOf(nodeOf(row), positionOf(nodeOf(row))),
    coverAfterOf: (row) => coverOf(nodeOf(row), positionOf(nodeOf(row)) + (result.orderQty[row] ?? 0)),
    isLate,
    isUrgent(row) {
      const stockOut = result.nodeStockOutDay[nodeOf(row)] ?? notSet;
      return isLate(row) || (stockOut !== notSet && stockOut < (result.orderReceiptDay[row] ?? 0));
    },
    keyOf: (row) => firmOf(row)?.id ?? placeKeyOf(row),
    placeKeyOf,
  };
}
