import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';
import { smoothLevel } from './smooth-level.ts';

/** Simple exponential smoothing with a given constant. */
export interface SesParameters {
  /** Smoothing constant, 0 to 1. */
  readonly alpha: number;
  /** The level before the first value; by default the first value. */
  readonly level?: number;
}

/**
 * Simple exponential smoothing with a given constant (a ForecastModel, rule DEM-22). Does not throw.
 * Source: Brown 1959, Statistical Forecasting for Inventory Control.
 *
 * @example forecastSes(Float64Array.of(10, 20), 2, { alpha: 0.5 }) is [15, 15]
 */
export function forecastSes(values: Float64Array, horizon: number, parameters: SesParameters, out?: Float64Array): Float64Array {
  return forecastFlat(smoothLevel(values, parameters.alpha, parameters.level), horizon, out);
}
