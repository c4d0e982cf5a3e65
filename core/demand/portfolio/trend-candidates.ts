import { forecastMovingAverage } from '#core/demand/models/simple/forecast-moving-average.ts';
import { forecastNaive } from '#core/demand/models/simple/forecast-naive.ts';
import { forecastSeasonalNaive } from '#core/demand/models/simple/forecast-seasonal-naive.ts';
import { forecastTheta } from '#core/demand/models/smoothing/forecast-theta.ts';
import { decomposeClassically } from '#core/demand/seasonality/decompose-classically.ts';
import { fitEnsemble, forecastEnsemble, type SeasonStarts, type SmoothingEnsemble } from './fit-ensemble.ts';

/** What is tried for demand with a trend or a season; the last one is the combination of the two before it. */
export const trendCandidates = [
  'naive',
  'seasonal_naive',
  'moving_average_12',
  'exponential_smoothing',
  'theta',
  'smoothing_and_theta',
] as const;

/** Rows of a matrix of forecasts: one per candidate, in the order of `trendCandidates`. */
export type CandidateForecasts = readonly Float64Array[];

/**
 * Fits the exponential smoothing models to the first `end` values; what is tried beside them needs no fitting. Does not throw.
 * Source: DEM-67.
 *
 * @example fitTrendCandidates(new Float64Array(12).fill(5), 12, 1).members.map(({ form }) => form.trend) is ['none']
 */
export function fitTrendCandidates(values: Float64Array, end: number, season: number): SmoothingEnsemble {
  const known = values.subarray(0, end);
  const allPositive = known.every((value) => value > 0);
  return fitEnsemble(values, end, seasonStarts(known, season, allPositive), allPositive);
}

/**
 * The forecasts of all candidates for `horizon` periods from `end`, made from the values before it (rules DEM-67, DEM-68).
 * Nothing below 0 is forecast, since demand is not. Does not throw.
 * Source: Makridakis and Hibon 2000 (M3): on its data the mean of exponential smoothing and Theta beats both.
 *
 * @example const values = Float64Array.from({ length: 12 }, (_, period) => 52 - 4 * period);
 *   forecastTrendCandidates(values, 12, 1, fitTrendCandidates(values, 12, 1), 4)[3] ≈ [4, 0, 0, 0] (down by 4 a period,
 *   never below 0)
 */
export function forecastTrendCandidates(
  values: Float64Array,
  end: number,
  season: number,
  ensemble: SmoothingEnsemble,
  horizon: number,
): CandidateForecasts {
  const known = values.subarray(0, end);
  const smoothed = forecastEnsemble(ensemble, values, end, new Float64Array(horizon));
  const theta = forecastTheta(known, horizon, { period: season });
  const all = [
    forecastNaive(known, horizon, {}),
    forecastSeasonalNaive(known, horizon, { period: season }),
    forecastMovingAverage(known, horizon, { window: 12 }),
    smoothed,
    theta,
    theta.map((value, step) => (value + (smoothed[step] ?? 0)) / 2),
  ];
  for (const forecast of all) for (let step = 0; step < horizon; step += 1) forecast[step] = Math.max(0, forecast[step] ?? 0);
  return all;
}

function seasonStarts(known: Float64Array, season: number, allPositive: boolean): SeasonStarts | null {
  if (season < 2 || known.length <= 2 * season) return null;
  const { indices: additive } = decomposeClassically(known, season, 'additive');
  const multiplicative = allPositive ? decomposeClassically(known, season, 'multiplicative').indices : additive;
  return { additive, multiplicative };
}
