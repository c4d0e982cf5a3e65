import { fromGrains } from '#core/base/quantity.ts';
import { forecastWeeks, weeksPerYear, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { overrideStateOf } from '#core/model/scenario/override-state.ts';
import { daysPerWeek, readForecastGrains } from './forecast-grains.ts';

/** The weeks to come of an item-location, or of several, in stock units or in money. */
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

/** What is expected of a node week by week in stock units, with and without overrides (`readForecastGrains`). Does not throw. */
export function readForecastWeeks(
  frame: Frame,
  forecast: Pick<ForecastViews, 'forecastWeekly'>,
  node: number,
  overrides: readonly ForecastOverride[],
): ForecastWeeks {
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const inUnits = (grains: Float64Array): number[] => Array.from(grains, (week) => fromGrains(week, decimals));
  const { statistical, inForce } = readForecastGrains(frame, forecast, node, overrides);
  const days = weekDays(frame);
  return {
    days,
    statistical: inUnits(statistical),
    inForce: inUnits(inForce),
    yearAgo: days.map((_, week) => {
      const grains = frame.historyQty[node * frame.meta.historyWeeks + weekYearAgo(frame, week)] ?? NaN;
      return weekYearAgo(frame, week) < 0 || Number.isNaN(grains) ? null : fromGrains(grains, decimals);
    }),
  };
}

/** The first days of the weeks to come. */
export function weekDays(frame: Frame): number[] {
  return Array.from({ length: forecastWeeks(frame) }, (_, week) => frame.meta.planDay + week * daysPerWeek);
}

/** The week of the history that lies a year before a week to come, or -1 where there is none. */
export function weekYearAgo({ meta }: Frame, week: number): number {
  const place = meta.historyWeeks - weeksPerYear + week;
  return place < 0 || place >= meta.historyWeeks ? -1 : place;
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
