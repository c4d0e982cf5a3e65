import { forecastFlat } from './forecast-flat.ts';

/** The window of a moving average. */
export interface MovingAverageParameters {
  /** Periods averaged, 1 or more; a shorter history is averaged whole. */
  readonly window: number;
}

/**
 * The mean of the last `window` values; Infinity for the mean of all (a ForecastModel, rule DEM-21). Does not throw.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 3.4.
 *
 * @example forecastMovingAverage(Float64Array.of(9, 4, 7), 2, { window: 2 }) is [5.5, 5.5]
 */
export function forecastMovingAverage(
  values: Float64Array,
  horizon: number,
  { window }: MovingAverageParameters,
  out?: Float64Array,
): Float64Array {
  const count = Math.min(window, values.length);
  let sum = 0;
  for (let period = values.length - count; period < values.length; period += 1) sum += values[period] ?? 0;
  return forecastFlat(count > 0 ? sum / count : 0, horizon, out);
}
