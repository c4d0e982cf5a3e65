/**
 * The level per period after simple exponential smoothing of the sums of `size` periods each, started at the first sum;
 * what does not fill a bucket is left out at the old end. The mean of the values where they fill none. Does not throw.
 * Source: Nikolopoulos et al. 2011, Journal of the Operational Research Society 62.
 *
 * @example smoothBuckets(Float64Array.of(9, 1, 3, 4, 4), 2, 0.5) === 3
 */
export function smoothBuckets(values: Float64Array, size: number, alpha: number): number {
  const buckets = Math.floor(values.length / size);
  if (buckets === 0) return meanOf(values);
  const first = values.length - buckets * size;
  let level = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    let sum = 0;
    for (let period = first + bucket * size; period < first + (bucket + 1) * size; period += 1) sum += values[period] ?? 0;
    level += (bucket === 0 ? 1 : alpha) * (sum - level);
  }
  return level / size;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
}
