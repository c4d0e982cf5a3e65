import { armaMoments } from './arma-autocovariance.ts';
import type { Arma } from './arma.ts';

/** The one-step predictors of a process, before any values. */
export interface ArmaInnovations {
  /** The greater order of the process. */
  readonly order: number;
  /** By period, then by lag from 1, `order` each: the weight of earlier prediction errors in the prediction. */
  readonly weights: Float64Array;
  /** By period: the variance of the prediction error, in units of that of the errors of the process. */
  readonly variances: Float64Array;
}

/**
 * The weights and variances of the best one-step predictors of the first `count` values: the innovations algorithm on a
 * process that is white beyond the moving-average order, so that its matrix is a band. O(count · order²), does not throw.
 * Source: Ansley 1979, Biometrika 66; Brockwell and Davis, Time Series: Theory and Methods, 2nd ed., section 5.3.
 *
 * @example armaInnovations({ ar: Float64Array.of(0.5), ma: new Float64Array(0) }, 3).variances ≈ [1.333, 1, 1]
 */
export function armaInnovations(process: Arma, count: number): ArmaInnovations {
  const { ofValues, withErrors, ofErrors } = armaMoments(process);
  const q = process.ma.length;
  const order = Math.max(process.ar.length, q);
  const weights = new Float64Array(count * order);
  const variances = new Float64Array(count);
  for (let period = 0; period < count; period += 1) {
    const isEarly = period < order;
    const from = isEarly ? 0 : period - q;
    const row = period * order + period - 1;
    let variance = (isEarly ? ofValues[0] : ofErrors[0]) ?? 0;
    for (let past = from; past < period; past += 1) {
      const lag = period - past;
      let sum = (isEarly ? ofValues[lag] : past < order ? withErrors[lag] : ofErrors[lag]) ?? 0;
      const pastRow = past * order + past - 1;
      for (let common = past < order ? from : Math.max(from, past - q); common < past; common += 1) {
        sum -= (weights[pastRow - common] ?? 0) * (weights[row - common] ?? 0) * (variances[common] ?? 0);
      }
      const weight = sum / (variances[past] ?? 0);
      weights[row - past] = weight;
      variance -= weight * weight * (variances[past] ?? 0);
    }
    variances[period] = variance;
  }
  return { order, weights, variances };
}

/**
 * The errors of predicting each value from those before it. Does not throw. Source: as `armaInnovations`.
 *
 * @example const process = { ar: Float64Array.of(0.5), ma: new Float64Array(0) };
 *   predictionErrors(process, armaInnovations(process, 2), Float64Array.of(2, 4)) is [2, 3]
 */
export function predictionErrors({ ar, ma }: Arma, { order, weights }: ArmaInnovations, values: Float64Array): Float64Array {
  const errors = new Float64Array(values.length);
  for (let period = 0; period < values.length; period += 1) {
    let predicted = 0;
    const lags = period < order ? period : ma.length;
    for (let lag = 1; lag <= lags; lag += 1) {
      predicted += (weights[period * order + lag - 1] ?? 0) * (errors[period - lag] ?? 0);
    }
    if (period >= order)
      for (let lag = 1; lag <= ar.length; lag += 1) predicted += (ar[lag - 1] ?? 0) * (values[period - lag] ?? 0);
    errors[period] = (values[period] ?? 0) - predicted;
  }
  return errors;
}
