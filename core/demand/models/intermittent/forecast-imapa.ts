import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';
import { aggregationLevel } from './aggregation-level.ts';
import type { AggregationParameters } from './forecast-adida.ts';
import { smoothBuckets } from './smooth-buckets.ts';

/**
 * IMAPA: the mean of the ADIDA forecasts of all levels from 1 to `level` (a ForecastModel, rule DEM-31).
 * O(values · level), does not throw.
 * Source: Petropoulos and Kourentzes 2015, Journal of the Operational Research Society 66.
 *
 * @example forecastImapa(Float64Array.of(9, 1, 3, 4, 4), 2, { alpha: 0.5, level: 2 }) is [3.5, 3.5]
 */
export function forecastImapa(
  values: Float64Array,
  horizon: number,
  { alpha, level = aggregationLevel(values) }: AggregationParameters,
  out?: Float64Array,
): Float64Array {
  let sum = 0;
  for (let size = 1; size <= level; size += 1) sum += smoothBuckets(values, size, alpha);
  return forecastFlat(sum / level, horizon, out);
}
