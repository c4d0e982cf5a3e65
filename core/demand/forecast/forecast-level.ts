import { forecastCroston } from '#core/demand/models/intermittent/forecast-croston.ts';
import { forecastSba } from '#core/demand/models/intermittent/forecast-sba.ts';
import { aggregatedLevel } from '#core/demand/portfolio/aggregated-level.ts';
import { aggregationLevel } from '#core/demand/models/intermittent/aggregation-level.ts';
import { levelForecasts, levelMembers } from '#core/demand/portfolio/level-members.ts';
import { chooseCandidate, recordCandidate } from '#core/demand/select/judge-candidates.ts';
import { addOutcome, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import { levelVariance } from '#core/demand/uncertainty/level-variance.ts';
import type { SeriesForecast } from './series-forecast.ts';
import type { SeriesStudy } from './study-series.ts';

/** All that is tried where only the level is looked for; the combination of the members is the last. */
export const levelCandidates = [...levelMembers, 'naive', 'croston', 'sba', 'adida', 'pooled_combination'] as const;

const combination = levelCandidates.length - 1;
const crostonAlpha = 0.1;
/** Origins with demand that a choice needs. */
const leastEventful = 5;
const members = new Float64Array(levelMembers.length);
const one = new Float64Array(1);

/**
 * Forecasts a series by its level (rules DEM-65 to DEM-73): the weighted members, or the candidate that was clearly better for it.
 * `weights`: one per level member. Counts what came at the past origins into `calibration`. O(values · origins), does not throw.
 *
 * @example const study = studySeries({ values: new Float64Array(20).fill(7), season: 1, protection: 3 });
 *   forecastLevel(study, Float64Array.of(0.5, 0, 0.4, 0, 0, 0, 0), 2, 3, createCalibration()).model === 'moving_average_6'
 */
export function forecastLevel(
  study: SeriesStudy,
  weights: Float64Array,
  horizon: number,
  protection: number,
  calibration: Calibration,
): SeriesForecast {
  const { values, spread: origins, demandClass, whole } = study;
  const errors = levelCandidates.map(() => new Float64Array(origins.ends.length));
  const past = new Float64Array(levelCandidates.length);
  let eventful = 0;
  origins.ends.forEach((end, origin) => {
    const known = values.subarray(0, end);
    candidateLevels(known, weights, past);
    const outcome = totalOf(values, end, end + origins.judged);
    if (outcome > 0) eventful += 1;
    errors.forEach((series, candidate) => (series[origin] = (past[candidate] ?? 0) - outcome / origins.judged));
    const level = past[combination] ?? 0;
    const variance = levelVariance(known, level, origins.judged);
    addOutcome(calibration, demandClass, { mean: level * origins.judged, variance, whole }, outcome);
  });
  const levels = candidateLevels(values, weights, new Float64Array(levelCandidates.length));
  const records = errors.map(recordCandidate);
  // Where nothing was sold, forecasting nothing always looks best; it says little about what comes.
  const chosen = eventful < leastEventful ? combination : chooseCandidate(records, combination, origins.overlap);
  const level = levels[chosen] ?? 0;
  return {
    mean: new Float64Array(horizon).fill(level),
    demandClass,
    model: levelCandidates[chosen] ?? '',
    reason: chosen !== combination ? 'clearly_better' : origins.ends.length < 4 ? 'too_short' : 'combination',
    candidates: levelCandidates.map((name, index) => ({
      name,
      level: levels[index] ?? 0,
      means: null,
      record: records[index] ?? recordCandidate(new Float64Array()),
    })),
    total: { mean: level * protection, variance: levelVariance(values, level, protection), whole },
  };
}

function totalOf(values: Float64Array, first: number, end: number): number {
  let sum = 0;
  for (let period = first; period < end; period += 1) sum += values[period] ?? 0;
  return sum;
}

function candidateLevels(values: Float64Array, weights: Float64Array, out: Float64Array): Float64Array {
  levelForecasts(values, members);
  out.set(members);
  let place = members.length;
  out[place++] = values[values.length - 1] ?? 0;
  out[place++] = forecastCroston(values, 1, { alpha: crostonAlpha }, one)[0] ?? 0;
  out[place++] = forecastSba(values, 1, { alpha: crostonAlpha }, one)[0] ?? 0;
  out[place++] = aggregatedLevel(values, aggregationLevel(values));
  let sum = 0;
  for (let member = 0; member < members.length; member += 1) sum += (weights[member] ?? 0) * (members[member] ?? 0);
  out[place] = Math.max(0, sum);
  return out;
}
