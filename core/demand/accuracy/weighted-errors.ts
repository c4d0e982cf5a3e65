/**
 * The weighted absolute error (WAPE) as a share: the sum of absolute errors over the sum of absolute actuals, so that
 * large periods weigh more (rule DEM-46). Arrays of one length; values of several series may follow each other to pool
 * them. Infinite or NaN without demand. Does not throw. Source: Hyndman and Koehler 2006; Kolassa and Schütz 2007, Foresight 6.
 *
 * @example weightedAbsoluteError([4, 6], [5, 3]) === 0.4
 */
export function weightedAbsoluteError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let errors = 0;
  let size = 0;
  for (let period = 0; period < actual.length; period += 1) {
    const value = actual[period] ?? 0;
    errors += Math.abs(value - (forecast[period] ?? 0));
    size += Math.abs(value);
  }
  return errors / size;
}

/**
 * The bias as a share: the sum of forecast less actual over the sum of absolute actuals; above 0 the forecast was too
 * high (rule DEM-46). Infinite or NaN without demand. Does not throw.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 3.5 (bias).
 *
 * @example biasShare([4, 6], [5, 3]) === -0.2
 */
export function biasShare(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let errors = 0;
  let size = 0;
  for (let period = 0; period < actual.length; period += 1) {
    const value = actual[period] ?? 0;
    errors += (forecast[period] ?? 0) - value;
    size += Math.abs(value);
  }
  return errors / size;
}
