import { codeOf, forecastStreams, planMethods } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { addColumn, addTo } from './add-to.ts';
import type { NodeWork } from './node-work.ts';

const statistical = codeOf(forecastStreams, 'statistical');
const override = codeOf(forecastStreams, 'override');
const makeToOrder = codeOf(planMethods, 'make_to_order');
/** Numbers of given buckets start here, beyond those of computed weeks. */
const firstGivenBucket = 100_000;

/**
 * Fills `forecast` (not consumed), `orders`, `dependent` and their sum `demand` of the node in work (PLN-3, PLN-4).
 * Does not throw.
 */
export function gatherDemand(work: NodeWork): void {
  const { forecast, orders, dependent, demand } = work;
  forecast.fill(0);
  if (work.hasOrders) orders.fill(0);
  if (work.postingCount > 0) dependent.fill(0);
  if (work.hasHandedOver) work.handedOver.fill(0);
  work.hasHandedOver = false;
  if (work.frame.nodeMethod[work.node] !== makeToOrder) spreadForecast(work);
  work.hasOrders = takeOrders(work);
  work.postingCount = work.postings.gather(work.node, dependent);
  demand.set(forecast);
  if (work.hasOrders) addColumn(demand, orders);
  if (work.postingCount > 0) addColumn(demand, dependent);
}

/** Whole grains of day `index` of a bucket of `days` days, so that the days add up to the quantity. */
function shareOfDay(quantity: number, index: number, days: number): number {
  return Math.floor((quantity * (index + 1)) / days + 0.5) - Math.floor((quantity * index) / days + 0.5);
}

function spreadForecast(work: NodeWork): void {
  const { forecast, bucket, horizon, node, frame } = work;
  const level = work.forecastViews.forecastLevel[node] ?? 0;
  if (level > 0) {
    for (let day = 0; day < 7; day += 1) forecast[day] = shareOfDay(level, day, 7);
    // A column of one week repeats: twice as many weeks are copied each time.
    for (let filled = 7; filled < horizon; filled *= 2) forecast.copyWithin(filled, 0, filled);
  }
  const rowsStart = frame.forecastStart[node] ?? 0;
  const rowsEnd = frame.forecastStart[node + 1] ?? 0;
  // Buckets are looked at by orders only.
  if (frame.demandStart[node] === frame.demandStart[node + 1] && rowsStart === rowsEnd) return;
  for (let day = 0; day < horizon; day += 1) bucket[day] = (day / 7) | 0;
  for (let row = rowsStart; row < rowsEnd; row += 1) {
    if (frame.forecastStream[row] === statistical) spreadRow(work, row, true);
  }
  for (let row = rowsStart; row < rowsEnd; row += 1) {
    if (frame.forecastStream[row] === override) spreadRow(work, row, true);
  }
  for (let row = rowsStart; row < rowsEnd; row += 1) {
    const stream = frame.forecastStream[row];
    if (stream !== statistical && stream !== override) spreadRow(work, row, false);
  }
}

/** `replaces`: the row stands in place of what was there; otherwise it comes on top. */
function spreadRow(work: NodeWork, row: number, replaces: boolean): void {
  const { frame, forecast, bucket, horizon } = work;
  const start = (frame.forecastDay[row] ?? 0) - work.planDay;
  const days = frame.forecastDays[row] ?? 1;
  const quantity = frame.forecastQty[row] ?? 0;
  const end = Math.min(horizon, start + days);
  for (let day = Math.max(0, start); day < end; day += 1) {
    const share = shareOfDay(quantity, day - start, days);
    if (replaces) {
      forecast[day] = share;
      bucket[day] = firstGivenBucket + row;
    } else {
      addTo(forecast, day, share);
    }
  }
}

/** Returns whether there is any. */
function takeOrders(work: NodeWork): boolean {
  const { frame, orders, horizon, node } = work;
  const end = frame.demandStart[node + 1] ?? 0;
  let isAny = false;
  let pastDue = 0;
  for (let row = frame.demandStart[node] ?? 0; row < end; row += 1) {
    if (frame.demandHold[row] === 1) continue;
    const day = (frame.demandDay[row] ?? 0) - work.planDay;
    if (day >= horizon) continue;
    const quantity = frame.demandQty[row] ?? 0;
    isAny = true;
    addTo(orders, Math.max(0, day), quantity);
    if (day >= 0) {
      consumeForecast(work, day, quantity);
      continue;
    }
    consumeRunningBucket(work, day, pastDue, quantity);
    if (isInRunningBucket(work, day)) pastDue += quantity;
  }
  return isAny;
}

/** Takes an order out of the forecast of its bucket: its own day, then back to the first, then on to the last. */
function consumeForecast(work: NodeWork, orderDay: number, quantity: number): void {
  const { forecast, bucket, horizon } = work;
  const number = bucket[orderDay];
  let left = quantity;
  for (let day = orderDay; left > 0 && day >= 0 && bucket[day] === number; day -= 1) left -= takeFrom(forecast, day, left);
  for (let day = orderDay + 1; left > 0 && day < horizon && bucket[day] === number; day += 1) {
    left -= takeFrom(forecast, day, left);
  }
}

/** The given bucket that began before the plan day and goes on, or notSet. */
function runningBucket({ frame, bucket, planDay }: NodeWork): number {
  const row = (bucket[0] ?? 0) - firstGivenBucket;
  return row >= 0 && (frame.forecastDay[row] ?? 0) < planDay ? row : notSet;
}

/** Whether a past day (offset below 0) lies in the bucket that goes on today. */
function isInRunningBucket(work: NodeWork, day: number): boolean {
  const row = runningBucket(work);
  return row !== notSet && (work.frame.forecastDay[row] ?? 0) <= work.planDay + day;
}

/**
 * An order due before the plan day belongs to a bucket that is over and consumes nothing that is still to come, unless
 * its bucket goes on: what the bucket's past days do not take, with what was past due in it before, its coming days do.
 */
function consumeRunningBucket(work: NodeWork, day: number, before: number, quantity: number): void {
  if (!isInRunningBucket(work, day)) return;
  const { frame, forecast, bucket, horizon, planDay } = work;
  const row = runningBucket(work);
  const gone = planDay - (frame.forecastDay[row] ?? 0);
  const past = Math.floor(((frame.forecastQty[row] ?? 0) * gone) / (frame.forecastDays[row] ?? 1) + 0.5);
  let left = Math.min(quantity, Math.max(0, before + quantity - past));
  for (let next = 0; left > 0 && next < horizon && bucket[next] === firstGivenBucket + row; next += 1) {
    left -= takeFrom(forecast, next, left);
  }
}

function takeFrom(forecast: Float64Array, day: number, wanted: number): number {
  const taken = Math.min(wanted, forecast[day] ?? 0);
  forecast[day] = (forecast[day] ?? 0) - taken;
  return taken;
}
