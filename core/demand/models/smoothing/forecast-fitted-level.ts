import type { NoParameters } from '#core/demand/models/forecast-model.ts';
import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';
import { fitLevel } from './fit-level.ts';

/**
 * Simple exponential smoothing with the constant and the start level that fit best (a ForecastModel, rule DEM-23).
 * Does not throw. Source: as `fitLevel`; ses of the R package forecast.
 *
 * @example forecastFittedLevel(Float64Array.of(5, 5, 5, 5), 2, {}) is [5, 5]
 */
export function forecastFittedLevel(values: Float64Array, horizon: number, _: NoParameters, out?: Float64Array): Float64Array {
  return forecastFlat(fitLevel(values).level, horizon, out);
}
