import type { ColumnLayout, ColumnViews } from '#core/frame/columns.ts';

/** Why a proposed line exists; the position is its code. */
export const orderReasons = [
  'belowProtectedLevel',
  'belowMinimum',
  'atReorderPoint',
  'periodicReview',
  'makeToOrder',
  'firm',
] as const;

/** What a planner has to look at; the position is its code. The spec of each kind is in spec/plan.md. */
export const exceptionKinds = [
  'negative_stock',
  'shortage',
  'late_supply',
  'late_order',
  'stock_out',
  'excess',
  'expiring',
  'no_source',
  'source_short',
  'short_after_change',
  'expedite',
  'postpone',
  'cancel',
  'increase',
] as const;

/** One of the kinds of exceptions. */
export type ExceptionKind = (typeof exceptionKinds)[number];

/** Columns of a plan per node. Quantities are grains, days calendar days. */
export const planNodeLayout = {
  /** Mean daily demand over the next 28 days, in grains. */
  nodeDailyDemand: 'f64',
  /** Standard deviation of one week's demand, in grains. */
  nodeWeeklySd: 'f64',
  /** Usable on the plan day. */
  nodeUsable: 'f64',
  /** Open supply, all dates. */
  nodeOnOrder: 'f64',
  /** Stock level the plan protects on the plan day. */
  nodeProtected: 'f64',
  /** First day on which the balance without new orders falls below zero, or notSet. */
  nodeStockOutDay: 'i32',
  /** The lowest projected balance with the plan's orders. */
  nodeLowestBalance: 'f64',
  /** What the node can give away for good: neither the horizon, nor the protected level, nor its maximum needs it. */
  nodeSurplus: 'f64',
} as const satisfies ColumnLayout;

/** Columns of a plan per order line. */
export const planOrderLayout = {
  orderNode: 'u32',
  /** Lane index in the frame, or notSet for a firm order on no lane. */
  orderLane: 'i32',
  orderKind: 'u8',
  /** Supplier index for buy, site index for transfer, notSet for make. */
  orderSource: 'i32',
  orderDay: 'i32',
  orderShipDay: 'i32',
  orderReceiptDay: 'i32',
  orderQty: 'f64',
  orderUnitCost: 'f64',
  orderLateDays: 'u16',
  orderReason: 'u8',
  /** Position in PlanChanges.firmOrders, or notSet for a computed proposal. */
  orderFirm: 'i32',
} as const satisfies ColumnLayout;

/** Columns of a plan per exception. */
export const planExceptionLayout = {
  exceptionNode: 'u32',
  exceptionKind: 'u8',
  exceptionDay: 'i32',
  exceptionQty: 'f64',
  /** Major units of the company's currency. */
  exceptionValue: 'f64',
  /** 1 = look when there is time, 2 = this week, 3 = today. */
  exceptionSeverity: 'u8',
  /** Position in the open supply or order columns the exception is about, or notSet. */
  exceptionSubject: 'i32',
  /** By how many days an open order should move, or a line is late; 0 where days say nothing. */
  exceptionDays: 'u16',
} as const satisfies ColumnLayout;

/**
 * The result of a plan: summary per node, the order lines and the exceptions, all in node order, so that the
 * bytes do not depend on who computed which block. A `…Start` column has one element more than there are nodes.
 */
export const planLayout = {
  ...planNodeLayout,
  nodeOrderStart: 'u32',
  nodeExceptionStart: 'u32',
  ...planOrderLayout,
  ...planExceptionLayout,
} as const satisfies ColumnLayout;

/** Of which dataset a plan is, and how many rows its columns have. */
export interface PlanMeta {
  readonly datasetVersion: number;
  readonly nodes: number;
  readonly orders: number;
  readonly exceptions: number;
}

/** A plan as columns; in memory that is used again the buffer may have room behind them. */
export interface PlanResult extends ColumnViews<typeof planLayout> {
  readonly meta: PlanMeta;
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
}
