import { meanAbsoluteError, rootMeanSquaredError } from './mean-errors.ts';

/** What the errors of a forecast are compared with: the naive forecast of the history. */
export interface NaiveScale {
  /** Periods between a value and its naive forecast: 1, or the periods of a season. */
  readonly lag: number;
  /** Whether the history begins at its first value other than 0; default no. */
  readonly isFromFirstDemand?: boolean;
}

/**
 * The mean absolute scaled error: the mean absolute error over that of the naive forecast within the history
 * (rule DEM-47). Infinite or NaN where the history does not move or is not longer than the lag. Does not throw.
 * Source: Hyndman and Koehler 2006, International Journal of Forecasting 22.
 *
 * @example meanAbsoluteScaledError([1, 3, 5], [4, 6], [5, 3], { lag: 1 }) === 1
 */
export function meanAbsoluteScaledError(
  history: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  scale: NaiveScale,
): number {
  return meanAbsoluteError(actual, forecast) / meanOfSteps(history, scale, Math.abs);
}

/**
 * The root mean squared scaled error: the root of the mean squared error over that of the naive forecast within the
 * history (rule DEM-47). Infinite or NaN where the history does not move or is not longer than the lag. Does not throw.
 * Source: Makridakis, Spiliotis and Assimakopoulos 2022, M5 accuracy competition, International Journal of Forecasting 38.
 *
 * @example rootMeanSquaredScaledError([1, 3, 5], [4, 6], [6, 4], { lag: 1 }) === 1
 */
export function rootMeanSquaredScaledError(
  history: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  scale: NaiveScale,
): number {
  return rootMeanSquaredError(actual, forecast) / Math.sqrt(meanOfSteps(history, scale, (step) => step * step));
}

/** The mean of a function of the steps between values `lag` periods apart. */
function meanOfSteps(history: ArrayLike<number>, { lag, isFromFirstDemand }: NaiveScale, of: (step: number) => number): number {
  let first = 0;
  if (isFromFirstDemand) while (first < history.length && history[first] === 0) first += 1;
  let sum = 0;
  for (let period = first + lag; period < history.length; period += 1) {
    sum += of((history[period] ?? 0) - (history[period - lag] ?? 0));
  }
  return sum / Math.max(0, history.length - first - lag);
}
