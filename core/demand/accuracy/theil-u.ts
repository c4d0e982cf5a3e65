/**
 * Theil's U, the second form: the root mean square of the errors over that of the naive forecast, both relative to the
 * actual before; below 1 the forecast beats the naive one (rule DEM-49). The first period has none before it. Infinite or
 * NaN where an actual is 0 or none changes. Does not throw.
 * Source: Theil 1966, Applied Economic Forecasting; accuracy of the R package forecast.
 *
 * @example theilU([1, 2, 4], [9, 3, 4]) ≈ 0.707 (√½)
 */
export function theilU(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let errors = 0;
  let changes = 0;
  for (let period = 1; period < actual.length; period += 1) {
    const before = actual[period - 1] ?? 0;
    const value = actual[period] ?? 0;
    errors += (((forecast[period] ?? 0) - value) / before) ** 2;
    changes += ((value - before) / before) ** 2;
  }
  return Math.sqrt(errors / changes);
}
