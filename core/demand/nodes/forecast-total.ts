import { forecastSeries } from '#core/demand/forecast/forecast-series.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { createCalibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { forecastWeeks, weeksPerYear, type ForecastViews } from './forecast-columns.ts';
import { keptWeights } from './pooled-columns.ts';

/** A total has no lead time to protect: its candidates are judged on what comes within a month. */
const judgedWeeks = 4;

/**
 * What the demand of a total is expected to be by its own history (rule DEM-109), top-down beside the sum of its members' forecasts; nothing is planned
 * with it. `series`: weekly demand in any unit, oldest first, NaN where unknown; the forecast is in the same unit. Events and the seasons of
 * families are not taken out. Does not throw.
 * Source: Syntetos, Babai, Boylan, Kolassa and Nikolopoulos 2016, European Journal of Operational Research 252 (top-down against bottom-up).
 *
 * @example a series of 7 in every week gives a mean of 7 in every week to come
 */
export function forecastTotal(frame: Frame, views: Pick<ForecastViews, 'poolWeights'>, series: Float64Array): SeriesForecast {
  const task = { values: series, season: weeksPerYear, whole: false, horizon: forecastWeeks(frame), protection: judgedWeeks };
  return forecastSeries(task, keptWeights(views), createCalibration());
}
