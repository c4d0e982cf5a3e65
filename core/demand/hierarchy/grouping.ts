/** Leaves brought together: all item-locations of an item, of a family, of a site, of a region, or all. */
export interface Grouping {
  readonly name: string;
  /** The group of every leaf, from 0. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/**
 * The totals of groups, bottom-up (rule DEM-100): one row of `periods` values per leaf gives one row per group. What is unknown (NaN) is
 * left out of a sum. Sums are exact for whole numbers, whatever the order. O(leaves × periods), does not throw.
 *
 * @example sumByGroup(Float64Array.of(1, 2, 3, 4), 2, { name: 'total', groupOf: Int32Array.of(0, 0), groups: 1 }) is [4, 6]
 */
export function sumByGroup(values: ArrayLike<number>, periods: number, { groupOf, groups }: Grouping): Float64Array {
  const sums = new Float64Array(groups * periods);
  groupOf.forEach((group, leaf) => {
    for (let period = 0; period < periods; period += 1) {
      const value = values[leaf * periods + period] ?? 0;
      const place = group * periods + period;
      if (!Number.isNaN(value)) sums[place] = (sums[place] ?? 0) + value;
    }
  });
  return sums;
}
