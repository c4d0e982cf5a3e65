import type { LaneStatistics } from './lane-statistics.ts';

/** With so many receipts a lane's own history and its parent's weigh the same. */
const parentWeight = 10;

/**
 * Estimates of lanes drawn towards their parent (the transport mode, say) the less they have seen: the own value weighs
 * n ÷ (n + 10), the parent's the rest; deviations are mixed as variances. A lane without a value takes its parent's, one
 * whose parent has none keeps its own. `parentOf`: parent of each lane, an index of `parents`. O(lanes), does not throw.
 * Source: POL-45; Bühlmann 1967, ASTIN Bulletin 4 (credibility).
 *
 * @example shrinkToParent({ counts: [10], means: [40], sds: [6], medians: [38], p90s: [48] }, [0], { counts: [90], means: [60],
 *   sds: [8], medians: [58], p90s: [70] }).means is [50]
 */
export function shrinkToParent(own: LaneStatistics, parentOf: ArrayLike<number>, parents: LaneStatistics): LaneStatistics {
  const mixed = (values: Float64Array, parentValues: Float64Array): Float64Array =>
    values.map((value, lane) => shrunkValue(value, own.counts[lane] ?? 0, parentValues[parentOf[lane] ?? NaN] ?? NaN));
  const squared = (values: Float64Array): Float64Array => values.map((value) => value * value);
  return {
    counts: own.counts,
    means: mixed(own.means, parents.means),
    sds: mixed(squared(own.sds), squared(parents.sds)).map(Math.sqrt),
    medians: mixed(own.medians, parents.medians),
    p90s: mixed(own.p90s, parents.p90s),
  };
}

/**
 * One value drawn towards its parent's by the number of observations behind it, as `shrinkToParent`. Does not throw.
 * Source: as for `shrinkToParent`.
 *
 * @example shrunkValue(40, 10, 60) === 50
 */
export function shrunkValue(value: number, count: number, parentValue: number): number {
  if (Number.isNaN(value) || Number.isNaN(parentValue)) return Number.isNaN(value) ? parentValue : value;
  const weight = count / (count + parentWeight);
  return weight * value + (1 - weight) * parentValue;
}
