/**
 * The mean demand of an item over its first known periods, from its first demand on: what its family sold when it was new. NaN without
 * demand, or while fewer than `periods` are known. Values are demand per period, NaN where unknown. Does not throw.
 * Source: forecasting by analogy, Goodwin, Meeran and Dyussekeneva 2014, Technological Forecasting and Social Change 86.
 *
 * @example launchLevel(Float64Array.of(0, 6, NaN, 2, 40), 2) === 4
 */
export function launchLevel(values: Float64Array, periods: number): number {
  const start = values.findIndex((value) => value > 0);
  if (start < 0) return NaN;
  let sum = 0;
  let count = 0;
  for (let period = start; period < values.length && count < periods; period += 1) {
    const value = values[period] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += Math.max(0, value);
    count += 1;
  }
  return count < periods ? NaN : sum / count;
}
