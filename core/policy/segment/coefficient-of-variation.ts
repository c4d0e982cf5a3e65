/**
 * Standard deviation (sample) of a series over its mean. With less than two values, or a mean that is not above 0, nothing
 * says that demand is steady: Infinity. Seasons are taken out by the caller. Does not throw.
 * Source: definition.
 *
 * @example coefficientOfVariation([10, 12, 9, 20, 11, 10]) ≈ 0.3374743
 */
export function coefficientOfVariation(series: ArrayLike<number>): number {
  const count = series.length;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += series[at] ?? 0;
  const mean = sum / count;
  if (count < 2 || !(mean > 0)) return Infinity;
  let squares = 0;
  for (let at = 0; at < count; at += 1) squares += ((series[at] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / (count - 1)) / mean;
}
