import { lifecycleOf } from '#core/demand/classify/lifecycle-of.ts';
import { forecastWeeks, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** What the list of forecasts says of each node beyond the forecast itself, in columns; grains per week where they are quantities. */
export interface DemandMeasures {
  /** Mean of the known weeks among the last twelve; NaN where none is known. */
  readonly recentMean: Float64Array;
  /** Tracking signal of −12 to 12 (DSK-22); NaN without demand and forecast. */
  readonly signal: Float32Array;
  /** Position in `lifecycles` of core/demand. */
  readonly life: Uint8Array;
  /** Measures nodes up to `end`, not included; those measured already cost nothing. */
  measureTo(end: number): void;
  /** How many nodes are measured. */
  measured(): number;
}

export const recentWeeks = 12;
/** Weeks per year. */
const season = 52;
/** An item is new for a quarter of a year after its first demand. */
const newWeeks = 13;

/**
 * Columns that are filled in pieces: 100,000 nodes take longer than a screen may stand still. The tracking signal is the sum of the
 * errors of twelve weeks over their mean size, above 0 where more is forecast than came: today's forecast held against the last
 * twelve weeks (of `history`, grains by node and week); where weeks differ, also against the same weeks a year ago, and the lesser of both. Does not throw.
 * Source: Brown 1962, Smoothing, Forecasting and Prediction of Discrete Time Series (sum of errors over mean absolute deviation).
 *
 * @example a forecast of 12 after twelve weeks of 10 has a signal of 12
 */
export function createDemandMeasures(
  frame: Frame,
  forecast: Pick<ForecastViews, 'forecastLevel' | 'forecastWeekly' | 'forecastShaped'>,
  history: Float32Array = frame.historyQty,
): DemandMeasures {
  const { nodes, historyWeeks } = frame.meta;
  const weeksAhead = forecastWeeks(frame);
  const recentMean = new Float64Array(nodes);
  const signal = new Float32Array(nodes);
  const life = new Uint8Array(nodes);
  const values = new Float64Array(historyWeeks);
  let next = 0;

  function signalOf(node: number, firstWeek: number, isYearAgo: boolean): number {
    let known = 0;
    let errors = 0;
    let sizes = 0;
    for (let step = 0; step < recentWeeks; step += 1) {
      const came = values[firstWeek + step] ?? NaN;
      const week = isYearAgo ? forecast.forecastWeekly[node * weeksAhead + step] : forecast.forecastLevel[node];
      if (Number.isNaN(came) || week === undefined) continue;
      known += 1;
      errors += week - came;
      sizes += Math.abs(week - came);
    }
    // Errors of less than a grain a week are those of rounding.
    return sizes > known ? (errors * known) / sizes : 0;
  }

  function measure(node: number): void {
    const first = node * historyWeeks;
    const recent = historyWeeks - recentWeeks;
    let sum = 0;
    let known = 0;
    for (let week = 0; week < historyWeeks; week += 1) {
      const grains = history[first + week] ?? 0;
      values[week] = grains;
      if (week < recent || Number.isNaN(grains)) continue;
      known += 1;
      sum += grains;
    }
    recentMean[node] = known > 0 ? sum / known : NaN;
    life[node] = lifecycleOf(values, { newPeriods: newWeeks });
    if (sum === 0 && forecast.forecastLevel[node] === 0) signal[node] = NaN;
    else {
      const now = signalOf(node, recent, false);
      const hasYear = forecast.forecastShaped[node] === 1 && historyWeeks >= season;
      const before = hasYear ? signalOf(node, historyWeeks - season, true) : now;
      signal[node] = now * before < 0 ? 0 : Math.abs(before) < Math.abs(now) ? before : now;
    }
  }

  return {
    recentMean,
    signal,
    life,
    measureTo(end) {
      for (; next < Math.min(end, nodes); next += 1) measure(next);
    },
    measured: () => next,
  };
}
