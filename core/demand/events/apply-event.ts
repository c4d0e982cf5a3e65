/**
 * Multiplies a forecast by the factor of an event in the buckets it holds in, by the share of their days, in place (rule DEM-88).
 * Several events multiply each other. Returns `mean`; does not throw.
 *
 * @example applyEvent(Float64Array.of(10, 10, 10), Float64Array.of(0, 0.5, 1), 3) is [10, 20, 30]
 */
export function applyEvent(mean: Float64Array, shares: Float64Array, factor: number): Float64Array {
  for (let bucket = 0; bucket < mean.length; bucket += 1) {
    mean[bucket] = (mean[bucket] ?? 0) * (1 + (shares[bucket] ?? 0) * (factor - 1));
  }
  return mean;
}
