/**
 * The mean error, actual less forecast: above 0 the forecast was too low (rule DEM-44). NaN without periods. Arrays of
 * one length, one value per period. Does not throw. Source: Hyndman and Koehler 2006, International Journal of Forecasting 22.
 *
 * @example meanError([4, 6], [5, 3]) === 1
 */
export function meanError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return sumOver(actual, forecast, (error) => error) / actual.length;
}

/**
 * The mean absolute error. NaN without periods. Does not throw. Source: as `meanError`.
 *
 * @example meanAbsoluteError([4, 6], [5, 3]) === 2
 */
export function meanAbsoluteError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return sumOver(actual, forecast, Math.abs) / actual.length;
}

/**
 * The root of the mean squared error. NaN without periods. Does not throw. Source: as `meanError`.
 *
 * @example rootMeanSquaredError([4, 6], [5, 3]) ≈ 2.236 (√5)
 */
export function rootMeanSquaredError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return Math.sqrt(sumOver(actual, forecast, (error) => error * error) / actual.length);
}

function sumOver(actual: ArrayLike<number>, forecast: ArrayLike<number>, of: (error: number) => number): number {
  let sum = 0;
  for (let period = 0; period < actual.length; period += 1) sum += of((actual[period] ?? 0) - (forecast[period] ?? 0));
  return sum;
}
