import { toGrains } from '#core/base/quantity.ts';
import { forecastWeeks, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { codeOf, forecastStreams } from '#core/frame/codes.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { overrideStateOf } from '#core/model/scenario/override-state.ts';

/** What is expected of a node in each week to come, in whole grains. */
export interface ForecastGrains {
  /** Before anything was typed here: computed, and what the data gives in its place or on top. */
  readonly statistical: Float64Array;
  /** What is planned with. */
  readonly inForce: Float64Array;
  /** The part of both that comes on top of what is computed or typed, such as a promotion the data gives; null for none. */
  readonly onTop: Float64Array | null;
}

export const daysPerWeek = 7;
const statisticalStream = codeOf(forecastStreams, 'statistical');
const overrideStream = codeOf(forecastStreams, 'override');

/** Whole grains of one day of a bucket, so that its days add up to the whole; as the plan spreads it (PLN-3). */
function shareOfDay(grains: number, day: number, days: number): number {
  return Math.floor((grains * (day + 1)) / days + 0.5) - Math.floor((grains * day) / days + 0.5);
}

/**
 * What is expected of a node week by week, with and without overrides, as the plan reads it (PLN-3, PLN-37), before open orders
 * are taken out of it. What is given back may be part of the forecast and is not to be written to. O(days of the horizon), and next to
 * nothing where nothing was given or typed; does not throw.
 */
export function readForecastGrains(
  frame: Frame,
  forecast: Pick<ForecastViews, 'forecastWeekly'>,
  node: number,
  overrides: readonly ForecastOverride[],
): ForecastGrains {
  const { planDay } = frame.meta;
  const weeks = forecastWeeks(frame);
  const computed = forecast.forecastWeekly.subarray(node * weeks, (node + 1) * weeks);
  const [firstRow, endRow] = [frame.forecastStart[node] ?? 0, frame.forecastStart[node + 1] ?? 0];
  if (firstRow === endRow && overrides.length === 0) return { statistical: computed, inForce: computed, onTop: null };
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const daily = new Float64Array(weeks * daysPerWeek);
  for (let day = 0; day < daily.length; day += 1) {
    daily[day] = shareOfDay(computed[Math.floor(day / daysPerWeek)] ?? 0, day % daysPerWeek, daysPerWeek);
  }
  function spread(firstDay: number, days: number, grains: number, isOnTop: boolean): void {
    const start = firstDay - planDay;
    for (let day = Math.max(0, start); day < Math.min(daily.length, start + days); day += 1) {
      daily[day] = (isOnTop ? (daily[day] ?? 0) : 0) + shareOfDay(grains, day - start, days);
    }
  }
  function spreadRows(isWanted: (stream: number) => boolean, isOnTop: boolean): void {
    for (let row = firstRow; row < endRow; row += 1) {
      if (!isWanted(frame.forecastStream[row] ?? 0)) continue;
      spread(frame.forecastDay[row] ?? 0, frame.forecastDays[row] ?? 1, frame.forecastQty[row] ?? 0, isOnTop);
    }
  }
  const isOnTop = (stream: number): boolean => stream !== statisticalStream && stream !== overrideStream;
  spreadRows((stream) => stream === statisticalStream, false);
  spreadRows((stream) => stream === overrideStream, false);
  const base = daily.slice();
  spreadRows(isOnTop, true);
  const statistical = sumWeeks(daily);
  const below = sumWeeks(base);
  const onTop = statistical.map((grains, week) => grains - (below[week] ?? 0));
  daily.set(base);
  for (const override of overrides) {
    if (override.qty === null || overrideStateOf(override, planDay) !== 'inForce') continue;
    spread(override.weekDay, daysPerWeek, toGrains(override.qty, decimals), false);
  }
  spreadRows(isOnTop, true);
  return { statistical, inForce: sumWeeks(daily), onTop };
}

function sumWeeks(daily: Float64Array): Float64Array {
  const sums = new Float64Array(daily.length / daysPerWeek);
  daily.forEach((grains, day) => {
    const week = Math.floor(day / daysPerWeek);
    sums[week] = (sums[week] ?? 0) + grains;
  });
  return sums;
}
