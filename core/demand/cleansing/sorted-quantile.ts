/**
 * The quantile of ascending values at `share` (0 to 1), between two values in a straight line. NaN without values. Does not throw.
 * Source: Hyndman and Fan 1996, The American Statistician 50, definition 7 (the default of R).
 *
 * @example sortedQuantile([1, 2, 4], 0.75) === 3
 */
export function sortedQuantile(values: ArrayLike<number>, share: number): number {
  const at = share * (values.length - 1);
  const below = Math.floor(at);
  const low = values[below] ?? NaN;
  const high = values[Math.min(values.length - 1, below + 1)] ?? NaN;
  return low + (at - below) * (high - low);
}
