import { aggregationLevel } from '#core/demand/models/intermittent/aggregation-level.ts';

/** Smoothing constants tried on aggregated demand: the errors are flat around the best one, so nine are enough. */
const alphas = Float64Array.from({ length: 9 }, (_, step) => 0.1 + 0.025 * step);
const levels = new Float64Array(alphas.length);
const errors = new Float64Array(alphas.length);

/**
 * The mean demand per period by simple exponential smoothing of demand summed over non-overlapping buckets of `bucket` periods; the
 * constant with the least squared error, the oldest incomplete bucket left out (ADIDA; rule DEM-65). The mean of all where the history
 * is shorter than a bucket. O(values), no allocation, does not throw.
 * Source: Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos 2011, JORS 62.
 *
 * @example aggregatedLevel(Float64Array.of(0, 4, 0, 4), 2) is 2
 */
export function aggregatedLevel(values: Float64Array, bucket: number): number {
  const buckets = Math.floor(values.length / bucket);
  if (buckets === 0) return values.length === 0 ? 0 : sumOf(values, 0, values.length) / values.length;
  let period = values.length - buckets * bucket;
  levels.fill(sumOf(values, period, period + bucket));
  errors.fill(0);
  for (period += bucket; period < values.length; period += bucket) {
    const demand = sumOf(values, period, period + bucket);
    for (let index = 0; index < alphas.length; index += 1) {
      const error = demand - (levels[index] ?? 0);
      errors[index] = (errors[index] ?? 0) + error * error;
      levels[index] = (levels[index] ?? 0) + (alphas[index] ?? 0) * error;
    }
  }
  let best = 0;
  for (let index = 1; index < alphas.length; index += 1) if ((errors[index] ?? 0) < (errors[best] ?? 0)) best = index;
  return (levels[best] ?? 0) / bucket;
}

/**
 * The mean of the aggregated levels of every bucket from one period up to the mean interval between demands (IMAPA; rule DEM-65).
 * O(values · log interval), no allocation, does not throw.
 * Source: Petropoulos and Kourentzes 2015, JORS 66, doi 10.1057/jors.2014.62.
 *
 * @example severalAggregatedLevels(Float64Array.of(0, 4, 0, 4)) ≈ 1.894 (the mean of the levels of 1 and 2 periods)
 */
export function severalAggregatedLevels(values: Float64Array): number {
  const interval = aggregationLevel(values);
  let sum = 0;
  for (let bucket = 1; bucket <= interval; bucket += 1) sum += aggregatedLevel(values, bucket);
  return sum / interval;
}

function sumOf(values: Float64Array, first: number, end: number): number {
  let sum = 0;
  for (let period = first; period < end; period += 1) sum += values[period] ?? 0;
  return sum;
}
