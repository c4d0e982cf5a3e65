import { fitTrendCandidates, forecastTrendCandidates, trendCandidates } from '#core/demand/portfolio/trend-candidates.ts';
import type { SmoothingEnsemble } from '#core/demand/portfolio/fit-ensemble.ts';
import { chooseCandidate, recordCandidate } from '#core/demand/select/judge-candidates.ts';
import { addOutcome, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import { trendVariance } from '#core/demand/uncertainty/trend-variance.ts';
import type { SeriesForecast } from './series-forecast.ts';
import type { SeriesStudy } from './study-series.ts';

const combination = trendCandidates.length - 1;

/**
 * Forecasts a series by its level, trend and season (rules DEM-61 to DEM-74): the mean of the exponential smoothing models and
 * Theta, or the candidate that was clearly better. At the past origins the models keep the constants of the first origin,
 * so nothing later is known to them. Counts what came there into `calibration`. About 600 passes over the values; does not throw.
 *
 * @example const study = studySeries({ values: Float64Array.from({ length: 40 }, (_, week) => 10 + week), season: 1,
 *   protection: 3 });
 *   forecastShape(study, 2, 3, createCalibration()).mean ≈ [50.0, 51.0]
 */
export function forecastShape(study: SeriesStudy, horizon: number, protection: number, calibration: Calibration): SeriesForecast {
  const { values, season, origins, demandClass, whole } = study;
  const errors = trendCandidates.map(() => new Float64Array(origins.ends.length));
  const early = fitTrendCandidates(values, origins.ends[0] ?? values.length, season);
  origins.ends.forEach((end, origin) => {
    let outcome = 0;
    for (let period = end; period < end + origins.judged; period += 1) outcome += values[period] ?? 0;
    const totals = forecastTrendCandidates(values, end, season, early, origins.judged).map(totalOf);
    errors.forEach((series, candidate) => (series[origin] = ((totals[candidate] ?? 0) - outcome) / origins.judged));
    const mean = totals[combination] ?? 0;
    addOutcome(calibration, demandClass, { mean, variance: varianceOf(early, origins.judged), whole }, outcome);
  });
  const records = errors.map(recordCandidate);
  const chosen = chooseCandidate(records, combination, origins.overlap);
  const ensemble = fitTrendCandidates(values, values.length, season);
  const forecasts = forecastTrendCandidates(values, values.length, season, ensemble, Math.max(horizon, protection));
  const mean = forecasts[chosen] ?? new Float64Array(horizon);
  return {
    mean: mean.slice(0, horizon),
    demandClass,
    model: trendCandidates[chosen] ?? '',
    reason: chosen !== combination ? 'clearly_better' : origins.ends.length < 4 ? 'too_short' : 'combination',
    candidates: trendCandidates.map((name, index) => ({
      name,
      level: totalOf((forecasts[index] ?? mean).subarray(0, protection)) / protection,
      means: (forecasts[index] ?? mean).subarray(0, horizon),
      record: records[index] ?? recordCandidate(new Float64Array()),
    })),
    total: { mean: totalOf(mean.subarray(0, protection)), variance: varianceOf(ensemble, protection), whole },
  };
}

function totalOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function varianceOf({ members, weights }: SmoothingEnsemble, protection: number): number {
  return members.reduce(
    (sum, { constants, state }, index) =>
      sum + (weights[index] ?? 0) * trendVariance(state.meanSquare, constants.alpha, protection),
    0,
  );
}
