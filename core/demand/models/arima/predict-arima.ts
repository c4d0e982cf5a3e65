import { armaInnovations, predictionErrors } from './arma-innovations.ts';
import { multiplyLags } from './arma.ts';
import { difference, integrate } from './difference.ts';
import type { FittedArima } from './fit-arima.ts';
import { predictionOf, type Prediction } from '#core/demand/models/prediction.ts';

/**
 * Means, variances and 95 % limits of the next `horizon` periods of the history to which the model was fitted, itself not
 * differenced (rule DEM-38). O((values + horizon) · order²), does not throw.
 * Source: Brockwell and Davis, Time Series: Theory and Methods, 2nd ed., sections 5.3 and 9.5.
 *
 * @example const values = Float64Array.of(3, 5, 4, 6);
 *   const order = { p: 0, d: 1, q: 0, seasonalP: 0, seasonalD: 0, seasonalQ: 0, period: 1, hasMean: false };
 *   const { mean, variance } = predictArima(fitArima(difference(values, 1), order), values, 2);
 *   [mean, variance] ≈ [[6, 6], [3, 6]] (a random walk)
 */
export function predictArima(fitted: FittedArima, values: Float64Array, horizon: number): Prediction {
  const { d, seasonalD, period } = fitted.order;
  const lags = [...new Array<number>(seasonalD).fill(period), ...new Array<number>(d).fill(1)];
  return predictionOf(predictDifferenced(fitted, values, lags, horizon), variancesOf(fitted, lags, horizon));
}

/** Takes the differences one after the other on the way in, and sums them up again on the way out. */
function predictDifferenced(fitted: FittedArima, values: Float64Array, lags: readonly number[], horizon: number): Float64Array {
  const [lag, ...others] = lags;
  if (lag !== undefined) {
    return integrate(values, lag, predictDifferenced(fitted, difference(values, lag), others, horizon));
  }
  const deviations = values.map((value) => value - fitted.mean);
  return predictProcess(fitted, deviations, horizon).map((value) => value + fitted.mean);
}

function predictProcess({ process }: FittedArima, values: Float64Array, horizon: number): Float64Array {
  const count = values.length;
  const { ar, ma } = process;
  const innovations = armaInnovations(process, count + Math.min(horizon, ma.length));
  const errors = predictionErrors(process, innovations, values);
  const ahead = new Float64Array(horizon);
  for (let step = 0; step < horizon; step += 1) {
    let sum = 0;
    for (let lag = 1; lag <= ar.length; lag += 1) {
      sum += (ar[lag - 1] ?? 0) * ((lag <= step ? ahead[step - lag] : values[count + step - lag]) ?? 0);
    }
    for (let lag = step + 1; lag <= ma.length; lag += 1) {
      sum += (innovations.weights[(count + step) * innovations.order + lag - 1] ?? 0) * (errors[count + step - lag] ?? 0);
    }
    ahead[step] = sum;
  }
  return ahead;
}

/** The sums of squared responses to an error, with the differences as further autoregressions. */
function variancesOf({ process, variance }: FittedArima, lags: readonly number[], horizon: number): Float64Array {
  const ar = lags.reduce((product, lag) => multiplyLags(product, Float64Array.of(1), lag), process.ar);
  const response = new Float64Array(horizon);
  let sum = 0;
  return response.map((_, step) => {
    let weight = step === 0 ? 1 : (process.ma[step - 1] ?? 0);
    for (let lag = 1; lag <= Math.min(step, ar.length); lag += 1) weight += (ar[lag - 1] ?? 0) * (response[step - lag] ?? 0);
    response[step] = weight;
    sum += weight * weight;
    return variance * sum;
  });
}
