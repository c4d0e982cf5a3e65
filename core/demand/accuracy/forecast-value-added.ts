import { weightedAbsoluteError } from './weighted-errors.ts';

/** A step on the way to a forecast. */
export interface ForecastStep {
  /** Weighted absolute error as a share of demand. */
  readonly error: number;
  /** The error of the step before less this one's: above 0 the step made the forecast better. null for the first step. */
  readonly gain: number | null;
}

/**
 * What each step on the way to a forecast added (forecast value added, rule DEM-55): the forecasts as they were after each step, first
 * the naive one, all of one length with the actuals. The gains add up to the error of the first step less that of the last.
 * Errors are infinite or NaN without demand. Does not throw.
 * Source: Gilliland 2013, Forecast Value Added Analysis: Step-by-Step, SAS Institute.
 *
 * @example forecastValueAdded([10, 10], [[6, 6], [9, 9], [10, 11]]) ≈ [{ error: 0.4, gain: null }, { error: 0.1, gain: 0.3 },
 *   { error: 0.05, gain: 0.05 }]
 */
export function forecastValueAdded(actual: ArrayLike<number>, forecasts: readonly ArrayLike<number>[]): readonly ForecastStep[] {
  const errors = forecasts.map((forecast) => weightedAbsoluteError(actual, forecast));
  return errors.map((error, step) => ({ error, gain: step === 0 ? null : (errors[step - 1] ?? 0) - error }));
}
