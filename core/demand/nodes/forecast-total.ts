import { forecastSeries } from '#core/demand/forecast/forecast-series.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { createCalibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { forecastWeeks, weeksPerYear, type ForecastViews } from './forecast-columns.ts';
import { withoutSeason } from './node-task.ts';
import { keptWeights } from './pooled-columns.ts';

/** A total has no lead time to protect: its candidates are judged on what comes within a month. */
const judgedWeeks = 4;

/** The history of a total, in any unit. */
export interface WeeklyTotal {
  /** Demand per week, oldest first; NaN where unknown. */
  readonly series: Float64Array;
  /** A season known of it: an index for each week of a year, the first for the first week of the series; null for none. */
  readonly season: Float64Array | null;
}

/**
 * What the demand of a total is expected to be by its own history (rule DEM-109), top-down beside the sum of its members' forecasts; nothing is planned
 * with it. In the unit of the total. A known season is taken out before and put back; events are not. Does not throw.
 * Source: Syntetos, Babai, Boylan, Kolassa and Nikolopoulos 2016, European Journal of Operational Research 252 (top-down against bottom-up).
 *
 * @example forecastTotal(frame, forecast, { series: new Float64Array(60).fill(7), season: null }).mean[0] ≈ 7
 */
export function forecastTotal(
  frame: Frame,
  views: Pick<ForecastViews, 'poolWeights'>,
  { series, season }: WeeklyTotal,
): SeriesForecast {
  const task = { values: series, season: weeksPerYear, whole: false, horizon: forecastWeeks(frame), protection: judgedWeeks };
  const forecast = forecastSeries(season ? withoutSeason(task, season) : task, keptWeights(views), createCalibration());
  if (!season) return forecast;
  const mean = forecast.mean.map((value, week) => value * (season[(series.length + week) % season.length] ?? 1));
  return { ...forecast, mean, isWithoutSeason: true };
}
