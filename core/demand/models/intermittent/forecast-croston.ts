import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';

/** The smoothing constant of sizes and of intervals. */
export interface CrostonParameters {
  /** 0 to 1. */
  readonly alpha: number;
}

/**
 * Croston's method: the size of a demand over the interval between demands, each smoothed when a demand occurs and
 * started at the first one, the first interval being the position of the first demand (a ForecastModel, rule DEM-27).
 * A value at or below 0 is a period without demand. Does not throw.
 * Source: Croston 1972, Operational Research Quarterly 23; croston of the R package forecast.
 *
 * @example forecastCroston(Float64Array.of(0, 4, 0, 0, 0, 8), 2, { alpha: 0.5 }) is [2, 2]
 */
export function forecastCroston(
  values: Float64Array,
  horizon: number,
  { alpha }: CrostonParameters,
  out?: Float64Array,
): Float64Array {
  return forecastFlat(crostonLevel(values, alpha), horizon, out);
}

/**
 * The demand per period by Croston's method, 0 without demand. Does not throw. Source: as `forecastCroston`.
 *
 * @example crostonLevel(Float64Array.of(0, 4, 0, 0, 0, 8), 0.5) === 2
 */
export function crostonLevel(values: Float64Array, alpha: number): number {
  let size = 0;
  let interval = 0;
  let since = 0;
  for (const value of values) {
    since += 1;
    if (value <= 0) continue;
    // A first interval of 0 cannot be: it says that no demand has been met yet.
    size += (interval === 0 ? 1 : alpha) * (value - size);
    interval += (interval === 0 ? 1 : alpha) * (since - interval);
    since = 0;
  }
  return interval > 0 ? size / interval : 0;
}
