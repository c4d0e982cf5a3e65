import { autocorrelation } from './autocorrelation.ts';

/** The 95 % quantile of the standard normal: a test at 90 % on both sides. */
const limitOfTest = 1.6448536269514722;

/**
 * How far the autocorrelation at the lag of a season exceeds what chance gives: its absolute value over its 90 % limit
 * by Bartlett's formula, so that a value above 1 is evidence of a season (rule DEM-41). 0 where there are not more than
 * two seasons of values, or no season (`period` below 2). O(values · period), does not throw.
 * Source: Assimakopoulos and Nikolopoulos 2000, International Journal of Forecasting 16; thetaf of the R package forecast.
 *
 * @example seasonEvidence(Float64Array.of(1, 9, 1, 9, 1, 9, 1, 9), 2) ≈ 0.811
 */
export function seasonEvidence(values: Float64Array, period: number): number {
  if (period < 2 || values.length <= 2 * period) return 0;
  let squares = 0;
  for (let lag = 1; lag < period; lag += 1) squares += autocorrelation(values, lag) ** 2;
  const deviation = Math.sqrt((1 + 2 * squares) / values.length);
  return Math.abs(autocorrelation(values, period)) / (limitOfTest * deviation);
}
