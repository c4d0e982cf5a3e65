/**
 * The mean absolute percentage error, 0 to any number of percent: the error over the actual. Infinite or NaN where an
 * actual is 0, so it is not for intermittent demand (rule DEM-45). Does not throw.
 * Source: Hyndman and Koehler 2006, International Journal of Forecasting 22.
 *
 * @example meanAbsolutePercentageError([4, 5], [5, 4]) === 22.5
 */
export function meanAbsolutePercentageError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let sum = 0;
  for (let period = 0; period < actual.length; period += 1) {
    const value = actual[period] ?? 0;
    sum += Math.abs((value - (forecast[period] ?? 0)) / value);
  }
  return (100 * sum) / actual.length;
}

/**
 * The symmetric mean absolute percentage error, 0 to 200 percent: the error over the mean of the absolute actual and the
 * absolute forecast; a period in which both are 0 has none (rule DEM-45). Does not throw.
 * Source: Makridakis and Hibon 2000, The M3-Competition, International Journal of Forecasting 16.
 *
 * @example symmetricPercentageError([4, 0], [6, 0]) === 20
 */
export function symmetricPercentageError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let sum = 0;
  for (let period = 0; period < actual.length; period += 1) {
    const value = actual[period] ?? 0;
    const expected = forecast[period] ?? 0;
    const size = Math.abs(value) + Math.abs(expected);
    if (size > 0) sum += (2 * Math.abs(value - expected)) / size;
  }
  return (100 * sum) / actual.length;
}
