/** What a fitted model says of the next periods, one value per period. */
export interface Prediction {
  readonly mean: Float64Array;
  /** The variance of one period's value about its mean, the constants of the model taken as known. */
  readonly variance: Float64Array;
  /** The limits between which 95 % of the values lie if they are normal; the lower may be below 0. */
  readonly lower95: Float64Array;
  readonly upper95: Float64Array;
}

/** The 97.5 % quantile of the standard normal. */
const factor95 = 1.959963984540054;

/**
 * Means and variances with the 95 % limits of the normal. Does not throw.
 * Source: Hyndman and Athanasopoulos, 3rd ed., section 5.5.
 *
 * @example predictionOf(Float64Array.of(10), Float64Array.of(4)).upper95 ≈ [13.92]
 */
export function predictionOf(mean: Float64Array, variance: Float64Array): Prediction {
  const limit = (sign: number) => mean.map((value, step) => value + sign * factor95 * Math.sqrt(variance[step] ?? 0));
  return { mean, variance, lower95: limit(-1), upper95: limit(1) };
}
