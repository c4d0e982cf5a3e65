import { predictArima } from './predict-arima.ts';
import { selectArima } from './select-arima.ts';
import { forecastFittedLevel } from '#core/demand/models/smoothing/forecast-fitted-level.ts';

/** The season an ARIMA model may have. */
export interface ArimaParameters {
  /** Periods per season; 1 for none. */
  readonly period: number;
}

/**
 * The mean of the ARIMA model that the stepwise search finds (a ForecastModel, rule DEM-39); fitted simple smoothing where
 * it finds none. By far the slowest model, and on real series no better than Theta; for those who ask for it. Does not throw.
 * Source: Hyndman and Khandakar 2008, Journal of Statistical Software 27.
 *
 * @example forecastArima(Float64Array.of(5, 5, 5, 5), 2, { period: 1 }) is [5, 5]
 */
export function forecastArima(
  values: Float64Array,
  horizon: number,
  { period }: ArimaParameters,
  out: Float64Array = new Float64Array(horizon),
): Float64Array {
  const fitted = selectArima(values, period);
  if (fitted === null) return forecastFittedLevel(values, horizon, {}, out);
  out.set(predictArima(fitted, values, horizon).mean);
  return out;
}
