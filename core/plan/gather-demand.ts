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
 * Fills `forecast` (not consumed), `orders`, `dependent` and their sum `demand` of the node in work (PLN-3, PLN-4, PLN-37).
 * Does not throw.
 */
export function gatherDemand(work: NodeWork): void {
  const { forecast, orders, dependent, demand } = work;
  if (work.hasOrders) orders.fill(0);
  if (work.postingCount > 0) dependent.fill(0);
  if (work.hasHandedOver) work.handedOver.fill(0);
  work.hasHandedOver = false;
  if (work.frame.nodeMethod[work.node] === makeToOrder) forecast.fill(0);
  else spreadForecast(work);
  work.hasOrders = takeOrders(work);
  demand.set(forecast);
  if (work.hasOrders) addColumn(demand, orders);
  work.postingCount = work.postings.gather(work.node, dependent, demand);
}

/** Whole grains of day `index` of a bucket of `days` days, so that the days add up to the quantity. */
function shareOfDay(quantity: number, index: number, days: number): number {
  return Math.floor((quantity * (index + 1)) / days + 0.5) - Math.floor((quantity * index) / days + 0.5);
}

function spreadForecast(work: NodeWork): void {
  const { forecast, bucket, weekOfDay, node, frame } = work;
  const level = work.forecastViews.forecastLevel[node] ?? 0;
  if (work.forecastViews.forecastShaped[node] === 1) spreadWeeks(work);
  else if (level > 0) {
    for (let day = 0; day < 7; day += 1) forecast[day] = shareOfDay(level, day, 7);
    repeatWeek(forecast);
  } else forecast.fill(0);
  const typed = work.typedPositions.get(node);
  const rows = (work.forecastRows = typed === undefined ? frame : work.typedForecasts);
  const rowsStart = (typed === undefined ? frame.forecastStart[node] : work.typedForecasts.start[typed]) ?? 0;
  const rowsEnd = (typed === undefined ? frame.forecastStart[node + 1] : work.typedForecasts.start[typed + 1]) ?? 0;
  // Buckets are looked at by orders only.
  if (frame.demandStart[node] === frame.demandStart[node + 1] && rowsStart === rowsEnd) return;
  bucket.set(weekOfDay);
  for (let row = rowsStart; row < rowsEnd; row += 1) {
    if (rows.forecastStream[row] === statistical) spreadRow(work, row, true);
  }
  for (let row = rowsStart; row < rowsEnd; row += 1) {
    if (rows.forecastStream[row] === override) spreadRow(work, row, true);
  }
  for (let row = rowsStart; row < rowsEnd; row += 1) {
    const stream = rows.forecastStream[row];
    if (stream !== statistical && stream !== override) spreadRow(work, row, false);
  }
}

/** Weeks that differ, as trend and season make them. */
function spreadWeeks({ forecast, forecastViews, horizon, node }: NodeWork): void {
  const weeks = Math.ceil(horizon / 7);
  const first = node * weeks;
  for (let day = 0; day < horizon; day += 1) {
    forecast[day] = shareOfDay(forecastViews.forecastWeekly[first + ((day / 7) | 0)] ?? 0, day % 7, 7);
  }
}

/** Repeats the first week: some weeks by hand, as a call takes longer, then twice as many with each copy. */
function repeatWeek(forecast: Float64Array): void {
  const byHand = 28;
  for (let day = 7; day < byHand && day < forecast.length; day += 1) forecast[day] = forecast[day - 7] ?? 0;
  for (let filled = byHand; filled < forecast.length; filled *= 2) forecast.copyWithin(filled, 0, filled);
}

/** `replaces`: the row stands in place of what was there; otherwise it comes on top. */
function spreadRow(work: NodeWork, row: number, replaces: boolean): void {
  const { forecastRows, forecast, bucket, horizon } = work;
  const start = (forecastRows.forecastDay[row] ?? 0) - work.planDay;
  const days = forecastRows.forecastDays[row] ?? 1;
  const quantity = forecastRows.forecastQty[row] ?? 0;
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
  const { frame, orders, bucket, horizon, node } = work;
  const end = frame.demandStart[node + 1] ?? 0;
  let isAny = false;
  const running = frame.demandStart[node] === end ? notSet : runningBucket(work);
  let pastLeft = running === notSet ? 0 : pastOf(work, running);
  for (let row = frame.demandStart[node] ?? 0; row < end; row += 1) {
    if (frame.demandHold[row] === 1) continue;
    const day = (frame.demandDay[row] ?? 0) - work.planDay;
    if (day >= horizon) continue;
    const quantity = frame.demandQty[row] ?? 0;
    isAny = true;
    addTo(orders, Math.max(0, day), quantity);
    // An order due before the plan day belongs to a bucket that is over, unless its bucket goes on today.
    if (day < 0 && (running === notSet || (work.forecastRows.forecastDay[running] ?? 0) > work.planDay + day)) continue;
    const isRunning = running !== notSet && (day < 0 || bucket[day] === firstGivenBucket + running);
    let left = quantity - takeBackward(work, day, quantity);
    if (isRunning) {
      const past = Math.min(left, pastLeft);
      pastLeft -= past;
      left -= past;
    }
    takeForward(work, Math.max(-1, day), left);
  }
  return isAny;
}

/** The given bucket that began before the plan day and goes on, or notSet. */
function runningBucket({ forecastRows, bucket, planDay }: NodeWork): number {
  const row = (bucket[0] ?? 0) - firstGivenBucket;
  return row >= 0 && (forecastRows.forecastDay[row] ?? 0) < planDay ? row : notSet;
}

/** What the days of a bucket before the plan day were to take of it. */
function pastOf({ forecastRows, planDay }: NodeWork, row: number): number {
  const gone = planDay - (forecastRows.forecastDay[row] ?? 0);
  return Math.floor(((forecastRows.forecastQty[row] ?? 0) * gone) / (forecastRows.forecastDays[row] ?? 1) + 0.5);
}

/** Takes an order out of the forecast of its bucket, from its own day back to the first; returns how much. */
function takeBackward(work: NodeWork, orderDay: number, quantity: number): number {
  const { forecast, bucket } = work;
  let left = quantity;
  for (let day = orderDay; left > 0 && day >= 0 && bucket[day] === bucket[orderDay]; day -= 1)
    left -= takeFrom(forecast, day, left);
  return quantity - left;
}

/** Then from the day after it on to the last; a past-due order (-1) begins on the plan day. */
function takeForward(work: NodeWork, orderDay: number, quantity: number): void {
  const { forecast, bucket, horizon } = work;
  const number = bucket[Math.max(0, orderDay)];
  let left = quantity;
  for (let day = orderDay + 1; left > 0 && day < horizon && bucket[day] === number; day += 1)
    left -= takeFrom(forecast, day, left);
}

function takeFrom(forecast: Float64Array, day: number, wanted: number): number {
  const taken = Math.min(wanted, forecast[day] ?? 0);
  forecast[day] = (forecast[day] ?? 0) - taken;
  return taken;
}
