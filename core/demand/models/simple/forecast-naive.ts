import type { NoParameters } from '#core/demand/models/forecast-model.ts';
import { forecastFlat } from './forecast-flat.ts';

/**
 * The naive forecast: the last value again (a ForecastModel, rule DEM-21). Does not throw.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2.
 *
 * @example forecastNaive(Float64Array.of(4, 7), 2, {}) is [7, 7]
 */
export function forecastNaive(values: Float64Array, horizon: number, _: NoParameters, out?: Float64Array): Float64Array {
  return forecastFlat(values[values.length - 1] ?? 0, horizon, out);
}
