import { fromGrains, toGrains } from '#core/base/quantity.ts';
import { forecastWeeks, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { codeOf, forecastStreams } from '#core/frame/codes.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { overrideStateOf } from '#core/model/scenario/override-state.ts';

/** The weeks to come of an item-location, or of several, in stock units. */
export interface ForecastWeeks {
  /** The first day of each week: the plan day and every seventh day after it. */
  readonly days: readonly number[];
  /** The forecast before anything was typed here: computed, and what the data gives in its place or on top. */
  readonly statistical: readonly number[];
  /** What is planned with. */
  readonly inForce: readonly number[];
  /** The same week a year ago; null where it is not known. */
  readonly yearAgo: readonly (number | null)[];
}

/** An override with the week of the table in which it stands. */
export interface PlacedOverride {
  readonly week: number;
  readonly override: ForecastOverride;
  readonly isInForce: boolean;
}

const daysPerWeek = 7;
const weeksPerYear = 52;
const statisticalStream = codeOf(forecastStreams, 'statistical');
const overrideStream = codeOf(forecastStreams, 'override');

/** Whole grains of one day of a bucket, so that its days add up to the whole; as the plan spreads it (PLN-3). */
function shareOfDay(grains: number, day: number, days: number): number {
  return Math.floor((grains * (day + 1)) / days + 0.5) - Math.floor((grains * day) / days + 0.5);
}

/**
 * What is expected of a node week by week, with and without overrides, as the plan reads it (PLN-3, PLN-37), before open orders
 * are taken out of it. O(days of the horizon); does not throw.
 */
export function readForecastWeeks(
  frame: Frame,
  forecast: Pick<ForecastViews, 'forecastWeekly'>,
  node: number,
  overrides: readonly ForecastOverride[],
): ForecastWeeks {
  const { planDay } = frame.meta;
  const weeks = forecastWeeks(frame);
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const daily = new Float64Array(weeks * daysPerWeek);
  daily.forEach((_, day) => {
    const grains = forecast.forecastWeekly[node * weeks + Math.floor(day / daysPerWeek)] ?? 0;
    daily[day] = shareOfDay(grains, day % daysPerWeek, daysPerWeek);
  });
  function spread(firstDay: number, days: number, grains: number, isOnTop: boolean): void {
    const start = firstDay - planDay;
    for (let day = Math.max(0, start); day < Math.min(daily.length, start + days); day += 1) {
      daily[day] = (isOnTop ? (daily[day] ?? 0) : 0) + shareOfDay(grains, day - start, days);
    }
  }
  const rows = range(frame.forecastStart[node] ?? 0, frame.forecastStart[node + 1] ?? 0);
  const spreadRows = (isWanted: (stream: number) => boolean, isOnTop: boolean): void => {
    for (const row of rows) {
      if (!isWanted(frame.forecastStream[row] ?? 0)) continue;
      spread(frame.forecastDay[row] ?? 0, frame.forecastDays[row] ?? 1, frame.forecastQty[row] ?? 0, isOnTop);
    }
  };
  const isOnTop = (stream: number): boolean => stream !== statisticalStream && stream !== overrideStream;
  spreadRows((stream) => stream === statisticalStream, false);
  spreadRows((stream) => stream === overrideStream, false);
  const base = daily.slice();
  spreadRows(isOnTop, true);
  const statistical = sumWeeks(daily, decimals);
  daily.set(base);
  for (const override of overrides) {
    if (override.qty === null || overrideStateOf(override, planDay) !== 'inForce') continue;
    spread(override.weekDay, daysPerWeek, toGrains(override.qty, decimals), false);
  }
  spreadRows(isOnTop, true);
  return {
    days: range(0, weeks).map((week) => planDay + week * daysPerWeek),
    statistical,
    inForce: sumWeeks(daily, decimals),
    yearAgo: range(0, weeks).map((week) => yearAgoOf(frame, node, week, decimals)),
  };
}

function yearAgoOf(frame: Frame, node: number, week: number, decimals: number): number | null {
  const { historyWeeks } = frame.meta;
  const place = historyWeeks - weeksPerYear + week;
  if (place < 0 || place >= historyWeeks) return null;
  const grains = frame.historyQty[node * historyWeeks + place] ?? NaN;
  return Number.isNaN(grains) ? null : fromGrains(grains, decimals);
}

function sumWeeks(daily: Float64Array, decimals: number): number[] {
  return range(0, daily.length / daysPerWeek).map((week) =>
    fromGrains(
      daily.subarray(week * daysPerWeek, (week + 1) * daysPerWeek).reduce((sum, grains) => sum + grains, 0),
      decimals,
    ),
  );
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

/**
 * Where the overrides of a node stand in its table of weeks. Those whose week is over are left out; one that began before the plan
 * day and goes on stands in the first week. The last of a week is the one shown. Does not throw.
 */
export function placeOverrides(frame: Frame, overrides: readonly ForecastOverride[]): ReadonlyMap<number, PlacedOverride> {
  const placed = new Map<number, PlacedOverride>();
  for (const override of overrides) {
    const week = weekOfOverride(frame, override);
    if (week === null) continue;
    placed.set(week, { week, override, isInForce: overrideStateOf(override, frame.meta.planDay) === 'inForce' });
  }
  return placed;
}

/** The week of the table in which an override stands, or null where it is over or behind the horizon. */
export function weekOfOverride(frame: Frame, { weekDay }: ForecastOverride): number | null {
  const week = Math.max(0, Math.floor((weekDay - frame.meta.planDay) / daysPerWeek));
  return weekDay + daysPerWeek <= frame.meta.planDay || week >= forecastWeeks(frame) ? null : week;
}
