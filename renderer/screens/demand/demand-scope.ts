import { fromGrains } from '#core/base/quantity.ts';
import { forecastWeeks } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { readForecastWeeks, type ForecastWeeks } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';

/** What the detail of the screen is about: one item-location, or the total of several. */
export interface DemandScope {
  /** What is typed and not kept yet is kept under this. */
  readonly key: string;
  readonly nodes: Uint32Array;
  /** Decimals in which a figure can be typed. */
  readonly decimals: number;
  readonly historyDays: readonly number[];
  /** null where the demand of the week is not known. */
  readonly history: readonly (number | null)[];
  readonly weeks: ForecastWeeks;
  /** Members that have an override in force, by week; of an item-location there is one at most. */
  readonly typedMembers: Uint32Array;
  /** null of an item-location. */
  readonly total: TotalFacts | null;
}

/** What a total says beyond its weeks. */
export interface TotalFacts {
  /** The currency of a total in money; null of one in stock units. */
  readonly currency: string | null;
  /** The statistical forecast of each member, mean per week, in what the total is counted in. */
  readonly perWeek: Float64Array;
  /** Of a week of the total (DEM-107). */
  readonly variance: number;
  /** Weekly history of the total without what is excluded, all of it, oldest first; NaN where it is of no member known. */
  readonly series: Float64Array;
  /** The season of its members' families, each by what it sold: an index per week of a year; null where none has one (DEM-105). */
  readonly season: Float64Array | null;
  /** Members that have no cost and so no value; 0 of a total in units. */
  readonly withoutCost: number;
  /** Too many members to type over. */
  readonly isReadOnly: boolean;
}

export const historyWeeksShown = 52;

/** The weeks of history that a chart shows. */
export function shownHistory({ meta }: Frame): { readonly first: number; readonly days: number[] } {
  const first = Math.max(0, meta.historyWeeks - historyWeeksShown);
  return {
    first,
    days: Array.from({ length: meta.historyWeeks - first }, (_, week) => meta.historyFirstDay + (first + week) * 7),
  };
}

/** One item-location. Does not throw. */
export function nodeScope(
  { frame, forecast }: Pick<Planned, 'frame' | 'forecast'>,
  node: number,
  overrides: OverrideIndex,
): DemandScope {
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const { first, days } = shownHistory(frame);
  return {
    key: `node ${node}`,
    nodes: Uint32Array.of(node),
    decimals,
    historyDays: days,
    history: days.map((_, week) => {
      const grains = frame.historyQty[node * frame.meta.historyWeeks + first + week] ?? NaN;
      return Number.isNaN(grains) ? null : fromGrains(grains, decimals);
    }),
    weeks: readForecastWeeks(frame, forecast, node, overrides.ofNode(node)),
    typedMembers: new Uint32Array(forecastWeeks(frame)),
    total: null,
  };
}
