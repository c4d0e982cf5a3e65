/**
 * The level after simple exponential smoothing of all values, oldest first: level += alpha · (value − level), started
 * at `level`, by default the first value (so that this value leaves it where it is). 0 without values. Does not throw.
 * Source: Brown 1959; Hyndman and Athanasopoulos, 3rd ed., section 8.1.
 *
 * @example smoothLevel(Float64Array.of(10, 20), 0.5) === 15
 */
export function smoothLevel(values: Float64Array, alpha: number, level: number = values[0] ?? 0): number {
  let smoothed = level;
  for (const value of values) smoothed += alpha * (value - smoothed);
  return smoothed;
}
