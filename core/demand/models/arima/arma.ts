/** A stationary process: x = Σ ar[i] · x of i + 1 periods ago + e + Σ ma[j] · e of j + 1 periods ago, e of variance 1. */
export interface Arma {
  readonly ar: Float64Array;
  readonly ma: Float64Array;
}

/**
 * The coefficients of a stationary autoregression with the given partial autocorrelations, each between −1 and 1.
 * Does not throw. Source: Monahan 1984, A note on enforcing stationarity in autoregressive-moving average models, Biometrika 71.
 *
 * @example coefficientsOf([0.5, 0.2]) is [0.4, 0.2]
 */
export function coefficientsOf(partials: ArrayLike<number>): Float64Array {
  let coefficients = new Float64Array(0);
  for (let order = 0; order < partials.length; order += 1) {
    const partial = partials[order] ?? 0;
    const before = coefficients;
    coefficients = Float64Array.from({ length: order + 1 }, (_, lag) =>
      lag === order ? partial : (before[lag] ?? 0) - partial * (before[order - 1 - lag] ?? 0),
    );
  }
  return coefficients;
}

/**
 * The coefficients of the product of an autoregression of periods and one of seasons, (1 − Σ own)(1 − Σ seasonal).
 * Does not throw. Source: Box, Jenkins and Reinsel, Time Series Analysis, section 9.1.
 *
 * @example multiplyLags(Float64Array.of(0.5), Float64Array.of(0.4), 2) is [0.5, 0.4, -0.2]
 */
export function multiplyLags(own: Float64Array, seasonal: Float64Array, period: number): Float64Array {
  const product = new Float64Array(own.length + seasonal.length * period);
  product.set(own);
  seasonal.forEach((coefficient, season) => {
    const at = (season + 1) * period;
    product[at - 1] = (product[at - 1] ?? 0) + coefficient;
    own.forEach((other, lag) => (product[at + lag] = (product[at + lag] ?? 0) - coefficient * other));
  });
  return product;
}
