/**
 * The autocorrelation of values at `lag` (1 or more): the sum of products of deviations from the mean that lie `lag`
 * periods apart, over their sum of squares. 0 for values that are all alike. O(values), does not throw.
 * Source: Box, Jenkins and Reinsel, Time Series Analysis, section 2.1.5; acf of R.
 *
 * @example autocorrelation(Float64Array.of(1, -1, 1, -1), 2) === 0.5
 */
export function autocorrelation(values: Float64Array, lag: number): number {
  const count = values.length;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += values[index] ?? 0;
  const mean = sum / count;
  let squares = 0;
  let products = 0;
  for (let index = 0; index < count; index += 1) {
    const deviation = (values[index] ?? 0) - mean;
    squares += deviation * deviation;
    if (index >= lag) products += deviation * ((values[index - lag] ?? 0) - mean);
  }
  return squares > 0 ? products / squares : 0;
}
