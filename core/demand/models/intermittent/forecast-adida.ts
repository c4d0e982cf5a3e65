import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';
import { aggregationLevel } from './aggregation-level.ts';
import { smoothBuckets } from './smooth-buckets.ts';

/** The smoothing of sums of periods. */
export interface AggregationParameters {
  /** Smoothing constant of the sums, 0 to 1. */
  readonly alpha: number;
  /** Periods per sum, or the most of them; by default the mean interval between demands, rounded. */
  readonly level?: number;
}

/**
 * ADIDA: simple exponential smoothing of the demand of several periods at once, spread evenly over them again
 * (a ForecastModel, rule DEM-30). Does not throw.
 * Source: Nikolopoulos et al. 2011, Journal of the Operational Research Society 62.
 *
 * @example forecastAdida(Float64Array.of(9, 1, 3, 4, 4), 2, { alpha: 0.5, level: 2 }) is [3, 3]
 */
export function forecastAdida(
  values: Float64Array,
  horizon: number,
  { alpha, level = aggregationLevel(values) }: AggregationParameters,
  out?: Float64Array,
): Float64Array {
  return forecastFlat(smoothBuckets(values, level, alpha), horizon, out);
}
