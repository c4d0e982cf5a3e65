/**
 * Each value less the one `lag` periods before it; `lag` fewer than the values. Does not throw.
 * Source: Box, Jenkins and Reinsel, Time Series Analysis, section 4.1.
 *
 * @example difference(Float64Array.of(1, 4, 9), 1) is [3, 5]
 */
export function difference(values: Float64Array, lag: number): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, values.length - lag) },
    (_, index) => (values[index + lag] ?? 0) - (values[index] ?? 0),
  );
}

/**
 * The inverse: continues `values` by values whose differences at `lag` are given. Returns the continuation alone.
 * Does not throw. Source: as `difference`.
 *
 * @example integrate(Float64Array.of(7, 9), 1, Float64Array.of(1, 2)) is [10, 12]
 */
export function integrate(values: Float64Array, lag: number, differences: Float64Array): Float64Array {
  const out = new Float64Array(differences.length);
  differences.forEach((step, index) => {
    out[index] = step + (index < lag ? (values[values.length - lag + index] ?? 0) : (out[index - lag] ?? 0));
  });
  return out;
}
