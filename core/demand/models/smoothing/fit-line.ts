/** A straight line through values at the positions 1, 2, 3, … */
export interface FittedLine {
  /** The value of the line at position 0, one before the first value. */
  readonly intercept: number;
  /** Units per period. */
  readonly slope: number;
}

/**
 * The least-squares line through values [first, end), the first of them at position 1; flat through a single value,
 * and at 0 without any. O(values), does not throw.
 * Source: ordinary least squares on the positions, as lsfit of R does it.
 *
 * @example fitLine(Float64Array.of(3, 5, 7)) is { intercept: 1, slope: 2 }
 */
export function fitLine(values: Float64Array, first = 0, end: number = values.length): FittedLine {
  const count = end - first;
  let sum = 0;
  for (let index = first; index < end; index += 1) sum += values[index] ?? 0;
  if (count < 2) return { intercept: sum, slope: 0 };
  const mean = sum / count;
  const middle = (count + 1) / 2;
  let products = 0;
  for (let index = first; index < end; index += 1) products += (index - first + 1 - middle) * ((values[index] ?? 0) - mean);
  const slope = products / ((count * (count * count - 1)) / 12);
  return { intercept: mean - slope * middle, slope };
}
