import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { createOutlook, type BalanceOutlook } from './balance-outlook.ts';
import { createLaneTerms, type LaneTerms } from './lane-terms.ts';
import type { FirmLine, FirmShipment } from './firm-lines.ts';
import { noNodeForecasts, type ForecastRows, type NodeForecasts } from './node-forecasts.ts';
import { createGrowingColumns, type GrowingColumns } from './growing-columns.ts';
import { planExceptionLayout, planOrderLayout } from './plan-result.ts';
import { createPostings, type Postings } from './postings.ts';
import { unsetQuantity } from './unset-quantity.ts';
import { createWorkCalendars, type WorkCalendars } from './work-calendar.ts';

/** What a proposed line was computed from, kept for the lines of the node in work; days are offsets from the plan day. */
export const traceLayout = {
  needDay: 'i32',
  /** The days up to which each side of the balance is counted. */
  forecastThrough: 'i32',
  ordersThrough: 'i32',
  supplyThrough: 'i32',
  firmThrough: 'i32',
  /** Demand counted by the piece, for make-to-order; notSet otherwise. */
  peggedOrders: 'f64',
  peggedDependent: 'f64',
  plannedBefore: 'f64',
  target: 'f64',
  /** target - what is there: the requirement before any lot rule. */
  net: 'f64',
  lot: 'f64',
  part: 'f64',
  raised: 'f64',
  multiple: 'f64',
  step: 'f64',
  priced: 'f64',
} as const;

/** The order line being placed: which lane, and its days. */
export interface Placement {
  lane: LaneTerms;
  orderDay: number;
  receiptDay: number;
}

/**
 * Why and from where a requirement is computed; filled by the method, read when lines are written. Quantities are
 * handed on in these fields: a double passed from function to function would be allocated.
 */
export interface Requirement {
  /** The balance on the day of need, before the lot. */
  balance: number;
  needDay: number;
  forecastThrough: number;
  ordersThrough: number;
  supplyThrough: number;
  /** The last day whose fixed receipts are in the sum; later than other supply where the order would be late. */
  firmThrough: number;
  peggedOrders: number;
  peggedDependent: number;
  target: number;
  net: number;
  lot: number;
  reason: number;
  /** What was planned before this lot. */
  plannedBefore: number;
  /** The part of the lot that goes on the lane in work, and what its terms make of it. */
  part: number;
  raised: number;
  multiple: number;
  step: number;
  /** The quantity a price break makes of it. */
  priced: number;
  /** The quantity of the line in work. */
  quantity: number;
}

/**
 * Everything a planner needs to plan nodes one after the other: the inputs, and the arrays of the node in work
 * (length = horizon, grains per day), allocated once. Day arrays count from the plan day.
 */
export interface NodeWork {
  /** The frame with the parameters of the changes in force. */
  frame: Frame;
  /** The forecast without the demand that the changes exclude. */
  forecastViews: ForecastViews;
  firmLines: ReadonlyMap<number, readonly FirmLine[]>;
  /** What firm transfers take from each node. */
  firmShipments: ReadonlyMap<number, readonly FirmShipment[]>;
  /** Forecast buckets of nodes that were typed over, and the position of each such node. */
  typedForecasts: NodeForecasts;
  typedPositions: ReadonlyMap<number, number>;
  readonly calendars: WorkCalendars;
  readonly postings: Postings;
  readonly orderLines: GrowingColumns<typeof planOrderLayout>;
  readonly exceptions: GrowingColumns<typeof planExceptionLayout>;
  readonly trace: GrowingColumns<typeof traceLayout>;
  readonly horizon: number;
  readonly planDay: number;
  node: number;
  /** The day (offset, excluded) up to which needs are ordered for; from there on the successor of the item takes over. */
  orderEnd: number;
  /** What the balance of the node does. */
  readonly outlook: BalanceOutlook;
  networkEnd: number;
  /** Whether lines leave a row in `trace`; only explanations read it. */
  isTracing: boolean;
  /** Where the forecast buckets of the node in work are. */
  forecastRows: ForecastRows;
  /** The firm orders of the node in work. */
  ownFirmLines: readonly FirmLine[];
  /** Whether a day array of the node in work holds anything; one that does not is all zero. */
  hasOrders: boolean;
  hasOpen: boolean;
  hasFirm: boolean;
  hasAdjustment: boolean;
  /** Whether demand of the node was handed to its successor. */
  hasHandedOver: boolean;
  /** Whether a proposed line arrives later than it is needed. */
  hasLateLine: boolean;
  /**
   * The least by which the balance with all orders in time is above a protected level that is the same on every day;
   * notSet where netting does not find it on its way.
   */
  lowestMargin: number;
  /** Usable at the start of the plan day. */
  opening: number;
  readonly forecast: Float64Array;
  readonly orders: Float64Array;
  readonly dependent: Float64Array;
  /** Demand that the successor of the item takes over; already left out of `demand`. */
  readonly handedOver: Float64Array;
  readonly demand: Float64Array;
  readonly open: Float64Array;
  readonly firm: Float64Array;
  readonly adjustment: Float64Array;
  /** The balance at the end of each day without the planned receipts. */
  readonly unplanned: Float64Array;
  /** Behind this day the balance only falls, measured from the protected level: of later days the last is the lowest. */
  fallsFrom: number;
  readonly level: Float64Array;
  readonly planned: Float64Array;
  /** The lanes of the node in work, by priority. */
  firstLane: LaneTerms | undefined;
  readonly lanePool: readonly LaneTerms[];
  /** Which forecast bucket a day lies in, for consumption. */
  readonly bucket: Int32Array;
  /** The weeks of computed forecasts as buckets. */
  readonly weekOfDay: Int32Array;
  readonly lotExpiry: Int32Array;
  readonly lotRelease: Int32Array;
  readonly lotQty: Float64Array;
  lots: number;
  postingCount: number;
  safetyStock: number;
  /** The safety factor of the last service target. */
  readonly lastFactor: { target: number; factor: number };
  dailyDemand: number;
  plannedTotal: number;
  /** The net requirement no lane could serve. */
  unsourced: number;
  unsourcedDay: number;
  readonly placement: Placement;
  readonly requirement: Requirement;
}

/** Allocates the work of one planner. Does not throw. @example createNodeWork(frame, forecast).lots === 0 */
export function createNodeWork(frame: Frame, forecastViews: ForecastViews): NodeWork {
  const horizon = frame.meta.horizonDays;
  const days = () => new Float64Array(horizon);
  const mostLots = mostRows(frame.stockStart);
  return {
    frame,
    forecastViews,
    firmLines: new Map(),
    firmShipments: new Map(),
    typedForecasts: noNodeForecasts,
    typedPositions: new Map(),
    calendars: createWorkCalendars(frame),
    postings: createPostings(frame.meta.nodes),
    orderLines: createGrowingColumns(planOrderLayout, 4096),
    exceptions: createGrowingColumns(planExceptionLayout, 1024),
    trace: createGrowingColumns(traceLayout, 64),
    horizon,
    planDay: frame.meta.planDay,
    node: 0,
    orderEnd: horizon,
    outlook: createOutlook(),
    networkEnd: 0,
    isTracing: false,
    forecastRows: frame,
    ownFirmLines: [],
    hasOrders: false,
    hasOpen: false,
    hasFirm: false,
    hasAdjustment: false,
    hasHandedOver: false,
    hasLateLine: false,
    lowestMargin: notSet,
    opening: unsetQuantity,
    forecast: days(),
    orders: days(),
    dependent: days(),
    handedOver: days(),
    demand: days(),
    open: days(),
    firm: days(),
    adjustment: days(),
    unplanned: days(),
    fallsFrom: 0,
    level: days(),
    planned: days(),
    firstLane: undefined,
    lanePool: Array.from({ length: mostRows(frame.laneStart) }, createLaneTerms),
    bucket: new Int32Array(horizon),
    weekOfDay: Int32Array.from({ length: horizon }, (_, day) => Math.floor(day / 7)),
    lotExpiry: new Int32Array(mostLots),
    lotRelease: new Int32Array(mostLots),
    lotQty: new Float64Array(mostLots),
    lots: 0,
    postingCount: 0,
    safetyStock: unsetQuantity,
    lastFactor: { target: 0.5, factor: 0 },
    dailyDemand: unsetQuantity,
    plannedTotal: unsetQuantity,
    unsourced: unsetQuantity,
    unsourcedDay: 0,
    placement: { lane: createLaneTerms(), orderDay: 0, receiptDay: 0 },
    requirement: {
      balance: unsetQuantity,
      needDay: 0,
      forecastThrough: 0,
      ordersThrough: 0,
      supplyThrough: 0,
      firmThrough: 0,
      peggedOrders: unsetQuantity,
      peggedDependent: unsetQuantity,
      target: unsetQuantity,
      net: unsetQuantity,
      lot: unsetQuantity,
      reason: 0,
      plannedBefore: unsetQuantity,
      part: unsetQuantity,
      raised: unsetQuantity,
      multiple: unsetQuantity,
      step: unsetQuantity,
      priced: unsetQuantity,
      quantity: unsetQuantity,
    },
  };
}

function mostRows(start: Uint32Array): number {
  let most = 0;
  for (let row = 0; row + 1 < start.length; row += 1) most = Math.max(most, (start[row + 1] ?? 0) - (start[row] ?? 0));
  return most;
}
