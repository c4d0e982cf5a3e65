/**
 * Demand without what events brought: a bucket in which one holds, even for a day, is unknown (NaN), so that the baseline is learnt from the
 * others (rule DEM-86). A new series; does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 3.7 (promotions are taken out of the historical data).
 *
 * @example takeOutEvents(Float64Array.of(4, 9, 5), Float64Array.of(0, 1, 0)) is [4, NaN, 5]
 */
export function takeOutEvents(values: Float64Array, shares: Float64Array): Float64Array {
  return values.map((value, bucket) => ((shares[bucket] ?? 0) > 0 ? NaN : value));
}
