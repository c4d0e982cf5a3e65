import { forecastFlat } from './forecast-flat.ts';

/** The season of a seasonal naive forecast. */
export interface SeasonalNaiveParameters {
  /** Periods per season, 1 or more. */
  readonly period: number;
}

/**
 * The seasonal naive forecast: each value of the last season again; the last value where there is less than a season
 * (a ForecastModel, rule DEM-21). Does not throw.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2.
 *
 * @example forecastSeasonalNaive(Float64Array.of(1, 2, 3, 4), 3, { period: 2 }) is [3, 4, 3]
 */
export function forecastSeasonalNaive(
  values: Float64Array,
  horizon: number,
  { period }: SeasonalNaiveParameters,
  out: Float64Array = new Float64Array(horizon),
): Float64Array {
  const first = values.length - period;
  if (first < 0) return forecastFlat(values[values.length - 1] ?? 0, horizon, out);
  for (let step = 0; step < horizon; step += 1) out[step] = values[first + (step % period)] ?? 0;
  return out;
}
