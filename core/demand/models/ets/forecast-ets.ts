import { etsModels, type EtsModel } from './ets-model.ts';
import { predictEts } from './predict-ets.ts';
import { selectEts } from './select-ets.ts';
import { forecastFittedLevel } from '#core/demand/models/smoothing/forecast-fitted-level.ts';

/** What the family may choose from. */
export interface EtsParameters {
  /** Periods per season; 1 for none. */
  readonly period: number;
  /** Default all of `etsModels`. */
  readonly models?: readonly EtsModel[];
}

/**
 * The mean of the exponential smoothing model of least AICc (a ForecastModel, rule DEM-35); fitted simple smoothing
 * where the history is too short for any. A thousand times slower than the models with given constants. Does not throw.
 * Source: Hyndman and Khandakar 2008, Journal of Statistical Software 27.
 *
 * @example forecastEts(Float64Array.of(5, 5, 5, 5), 2, { period: 1 }) is [5, 5]
 */
export function forecastEts(
  values: Float64Array,
  horizon: number,
  { period, models = etsModels }: EtsParameters,
  out: Float64Array = new Float64Array(horizon),
): Float64Array {
  const fitted = selectEts(values, period, models);
  if (fitted === null) return forecastFittedLevel(values, horizon, {}, out);
  out.set(predictEts(fitted, horizon).mean);
  return out;
}
