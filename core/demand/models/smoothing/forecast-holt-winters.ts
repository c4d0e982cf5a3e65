import { forecastHolt } from './forecast-holt.ts';
import { forecastTrend } from './forecast-trend.ts';
import { smoothHoltWinters, type HoltWintersParameters } from './smooth-holt-winters.ts';
import { restoreSeason } from '#core/demand/seasonality/restore-season.ts';

/**
 * The method of Holt and Winters with given constants (a ForecastModel, rule DEM-25). A multiplicative season needs
 * values above 0; a history that has others gets an additive one, and one without two whole seasons Holt's method,
 * unless a start is given. Does not throw.
 * Source: Winters 1960, Management Science 6; Holt 1957.
 *
 * @example forecastHoltWinters(Float64Array.of(2, 4), 2, { alpha: 0.5, beta: 0.5, gamma: 0.5, period: 2,
 *   season: 'additive', start: { level: 2, trend: 1, indices: [-1, 1], used: 0 } }) is [3.25, 5.75]
 */
export function forecastHoltWinters(
  values: Float64Array,
  horizon: number,
  parameters: HoltWintersParameters,
  out?: Float64Array,
): Float64Array {
  const { period, damping = 1, start, alpha, beta } = parameters;
  if (start === undefined && values.length < 2 * period) return forecastHolt(values, horizon, { alpha, beta, damping }, out);
  const season = start === undefined && values.some((value) => value <= 0) ? 'additive' : parameters.season;
  const state = smoothHoltWinters(values, { ...parameters, season });
  const forecasts = forecastTrend(state.level, state.trend, damping, horizon, out);
  return restoreSeason(forecasts, horizon, state.indices, season, 0);
}
