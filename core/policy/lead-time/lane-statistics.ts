import { empiricalDistribution } from '#core/statistics/empirical-distribution.ts';

/** Statistics of days per lane, one entry per lane; NaN where a lane has none, or one value and so no deviation. */
export interface LaneStatistics {
  readonly counts: Uint32Array;
  readonly means: Float64Array;
  /** Sample standard deviation (n - 1). */
  readonly sds: Float64Array;
  /** Quantiles with linear interpolation (type 7). */
  readonly medians: Float64Array;
  readonly p90s: Float64Array;
}

/**
 * Mean, deviation, median and 90% quantile of the days of each lane. `lanes`: lane of each value, 0 to laneCount - 1,
 * others are left out; `days`: the values, NaN where there is none. O(n log n), does not throw.
 * Source: Hyndman and Fan 1996, The American Statistician 50, for the quantiles.
 *
 * @example laneStatistics([0, 0, 0], [10, 12, 20], 1) ≈ { counts: [3], means: [14], sds: [5.2915], medians: [12],
 *   p90s: [18.4] }
 */
export function laneStatistics(lanes: ArrayLike<number>, days: ArrayLike<number>, laneCount: number): LaneStatistics {
  const counts = new Uint32Array(laneCount);
  for (let at = 0; at < lanes.length; at += 1) {
    const lane = lanes[at]!; // inside the loop's bound, here and below
    if (lane >= 0 && lane < laneCount && !Number.isNaN(days[at]!)) counts[lane]! += 1;
  }
  const starts = new Uint32Array(laneCount + 1);
  counts.forEach((count, lane) => (starts[lane + 1] = starts[lane]! + count)); // one more start than lanes
  const sorted = new Float64Array(starts[laneCount]!); // as above
  const next = starts.slice();
  for (let at = 0; at < lanes.length; at += 1) {
    const lane = lanes[at]!;
    if (lane >= 0 && lane < laneCount && !Number.isNaN(days[at]!)) sorted[next[lane]!++] = days[at]!;
  }
  const means = new Float64Array(laneCount).fill(NaN);
  const [sds, medians, p90s] = [means.slice(), means.slice(), means.slice()];
  for (let lane = 0; lane < laneCount; lane += 1) {
    const count = counts[lane]!;
    if (count === 0) continue;
    const sample = empiricalDistribution(sorted.subarray(starts[lane], starts[lane + 1]), 'linear');
    means[lane] = sample.mean;
    if (count > 1) sds[lane] = Math.sqrt((sample.variance * count) / (count - 1));
    medians[lane] = sample.quantile(0.5);
    p90s[lane] = sample.quantile(0.9);
  }
  return { counts, means, sds, medians, p90s };
}
