/**
 * The error of the total, actual less forecast: what counts over a lead time, where errors of single periods cancel
 * (rule DEM-48). Does not throw. Source: Kourentzes 2014, International Journal of Production Economics 156.
 *
 * @example cumulativeError([4, 6], [5, 3]) === 2
 */
export function cumulativeError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let sum = 0;
  for (let period = 0; period < actual.length; period += 1) sum += (actual[period] ?? 0) - (forecast[period] ?? 0);
  return sum;
}

/**
 * Periods in stock: the sum over the periods of forecast less actual, each cumulated from the first; above 0 stock lay
 * idle for so many unit-periods, below 0 it was missing (rule DEM-48). Does not throw.
 * Source: Wallström and Segerstedt 2010, International Journal of Production Economics 128.
 *
 * @example periodsInStock([4, 6], [5, 3]) === -1
 */
export function periodsInStock(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let stock = 0;
  let sum = 0;
  for (let period = 0; period < actual.length; period += 1) {
    stock += (forecast[period] ?? 0) - (actual[period] ?? 0);
    sum += stock;
  }
  return sum;
}
