import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';
import { crostonLevel, type CrostonParameters } from './forecast-croston.ts';

/**
 * The approximation of Syntetos and Boylan: Croston's forecast times 1 − alpha / 2, which takes out its bias
 * (a ForecastModel, rule DEM-28). Does not throw.
 * Source: Syntetos and Boylan 2005, International Journal of Forecasting 21.
 *
 * @example forecastSba(Float64Array.of(0, 4, 0, 0, 0, 8), 2, { alpha: 0.5 }) is [1.5, 1.5]
 */
export function forecastSba(
  values: Float64Array,
  horizon: number,
  { alpha }: CrostonParameters,
  out?: Float64Array,
): Float64Array {
  return forecastFlat(crostonLevel(values, alpha) * (1 - alpha / 2), horizon, out);
}
