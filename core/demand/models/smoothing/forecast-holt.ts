import { forecastTrend } from './forecast-trend.ts';
import { smoothHolt, type HoltParameters } from './smooth-holt.ts';

/**
 * Holt's linear or damped trend with given constants (a ForecastModel, rule DEM-24). Does not throw.
 * Source: Holt 1957; Gardner and McKenzie 1985, Management Science 31.
 *
 * @example forecastHolt(Float64Array.of(1, 3, 6), 2, { alpha: 0.5, beta: 0.5 }) is [7.75, 10]
 */
export function forecastHolt(
  values: Float64Array,
  horizon: number,
  parameters: HoltParameters,
  out?: Float64Array,
): Float64Array {
  const { level, trend } = smoothHolt(values, parameters);
  return forecastTrend(level, trend, parameters.damping ?? 1, horizon, out);
}
