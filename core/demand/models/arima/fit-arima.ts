import type { ArimaOrder } from './arima-order.ts';
import { armaInnovations, predictionErrors } from './arma-innovations.ts';
import { coefficientsOf, multiplyLags, type Arma } from './arma.ts';
import { areRootsInside } from '#core/demand/models/are-roots-inside.ts';
import { minimise } from '#core/statistics/minimise.ts';

/** An ARIMA model fitted to a history. */
export interface FittedArima {
  readonly order: ArimaOrder;
  readonly process: Arma;
  /** The mean of the differenced values, 0 where the model has none. */
  readonly mean: number;
  /** The variance of the errors: their squares over the differenced values less the coefficients. */
  readonly variance: number;
  readonly logLikelihood: number;
  /** Akaike's criterion, corrected for short histories; the variance counts as a parameter. */
  readonly aicc: number;
  /** Whether a root lies within 1 % of the unit circle, where the likelihood says little. */
  readonly isNearUnitRoot: boolean;
}

interface Likelihood {
  readonly mean: number;
  readonly sumOfSquares: number;
  /** Twice the negative logarithm of the likelihood. */
  readonly deviance: number;
}

const mostPartial = 0.9999;
const nearUnit = 1.01;

/**
 * The coefficients of greatest exact likelihood of the model for a history that is already differenced as its order says
 * (rule DEM-38); the mean and the variance have closed forms, the partial autocorrelations of the four parts are searched
 * by the simplex of Nelder and Mead, so that the process stays stationary and invertible. Null where there are too few
 * values. Some hundred to thousand times O(values · order²), does not throw.
 * Source: Brockwell and Davis, Time Series: Theory and Methods, 2nd ed., section 8.7; Hyndman and Khandakar 2008.
 *
 * @example fitArima(Float64Array.of(1, 2, 6, 3), { p: 0, d: 0, q: 0, seasonalP: 0, seasonalD: 0, seasonalQ: 0, period: 1,
 *   hasMean: true }).mean === 3
 */
export function fitArima(differenced: Float64Array, order: ArimaOrder): FittedArima | null {
  const count = differenced.length;
  const coefficients = order.p + order.q + order.seasonalP + order.seasonalQ;
  const counted = coefficients + (order.hasMean ? 1 : 0) + 1;
  const freedom = count - counted - 1;
  if (freedom <= 0 || count <= Math.max(order.p + order.seasonalP * order.period, order.q + order.seasonalQ * order.period)) {
    return null;
  }
  const bound = (limit: number) => new Float64Array(coefficients).fill(limit);
  const { point } = minimise((partials) => likelihoodOf(processOf(order, partials), differenced, order.hasMean).deviance, {
    start: bound(0.1),
    lower: bound(-mostPartial),
    upper: bound(mostPartial),
    tolerance: 1e-8,
  });
  const process = processOf(order, point);
  const { mean, sumOfSquares, deviance } = likelihoodOf(process, differenced, order.hasMean);
  return {
    order,
    process,
    mean,
    variance: sumOfSquares / (count - counted + 1),
    logLikelihood: -deviance / 2,
    aicc: deviance + 2 * counted + (2 * counted * (counted + 1)) / freedom,
    isNearUnitRoot: !isClearOfUnitRoot(process.ar, -1) || !isClearOfUnitRoot(process.ma, 1),
  };
}

/** The process of the partial autocorrelations of the parts in the order p, q, seasonal p, seasonal q. */
function processOf({ p, q, seasonalP, seasonalQ, period }: ArimaOrder, partials: Float64Array): Arma {
  const part = (from: number, length: number) => coefficientsOf(partials.subarray(from, from + length));
  const ar = multiplyLags(part(0, p), part(p + q, seasonalP), period);
  // A moving average is invertible where the autoregression of the opposite coefficients is stationary.
  const ma = multiplyLags(part(p, q), part(p + q + seasonalP, seasonalQ), period).map((coefficient) => -coefficient);
  return { ar, ma };
}

function likelihoodOf(process: Arma, values: Float64Array, hasMean: boolean): Likelihood {
  const count = values.length;
  const innovations = armaInnovations(process, count);
  const errors = predictionErrors(process, innovations, values);
  const ofOnes = hasMean ? predictionErrors(process, innovations, new Float64Array(count).fill(1)) : null;
  let logs = 0;
  let squares = 0;
  let products = 0;
  let weights = 0;
  for (let period = 0; period < count; period += 1) {
    const variance = innovations.variances[period] ?? 0;
    const error = errors[period] ?? 0;
    const ofOne = ofOnes?.[period] ?? 0;
    logs += Math.log(variance);
    squares += (error * error) / variance;
    products += (error * ofOne) / variance;
    weights += (ofOne * ofOne) / variance;
  }
  const mean = weights > 0 ? products / weights : 0;
  const sumOfSquares = squares - mean * products;
  return { mean, sumOfSquares, deviance: count * (Math.log((2 * Math.PI * sumOfSquares) / count) + 1) + logs };
}

/** Whether the roots of 1 + Σ sign · coefficient · z^lag lie more than 1 % outside the unit circle. */
function isClearOfUnitRoot(coefficients: Float64Array, sign: 1 | -1): boolean {
  const polynomial = new Float64Array(coefficients.length + 1);
  polynomial[0] = 1;
  let scale = 1;
  coefficients.forEach((coefficient, lag) => {
    scale *= nearUnit;
    polynomial[lag + 1] = sign * coefficient * scale;
  });
  return areRootsInside(polynomial);
}
