import { fitLine } from '#core/demand/models/smoothing/fit-line.ts';
import { addSmoothingForecast } from './forecast-smoothing.ts';
import { fitSmoothing, type FittedSmoothing } from './fit-smoothing.ts';
import { smooth } from './smooth.ts';
import { smoothingForms, type SeasonForm } from './smoothing-form.ts';
import { copySmoothingState, createSmoothingState, type SmoothingState } from './smoothing-state.ts';

/** Exponential smoothing models of one series and the weight of each in their mean; the weights add up to 1. */
export interface SmoothingEnsemble {
  readonly members: readonly FittedSmoothing[];
  readonly weights: readonly number[];
}

/** The factors or summands of one season, the first for the first period of the series. */
export interface SeasonStarts {
  readonly additive: Float64Array;
  readonly multiplicative: Float64Array;
}

/** Members that would move the mean by less than this are left out. */
const leastWeight = 0.01;
const linePeriods = 12;
const levelPeriods = 6;
const noSeason = new Float64Array(1);

/**
 * Fits every form that suits the first `end` values and weights each by its evidence exp(−Δ criterion ÷ 2) (rule DEM-64).
 * `starts` are the seasonal indices to start from, null for a series without a season. Does not throw.
 * Source: Burnham and Anderson 2002, Model Selection and Multimodel Inference (Akaike weights); Kolassa 2011, IJF 27.
 *
 * @example fitEnsemble(Float64Array.of(9, 11, 10, 8, 12, 10, 9, 11, 10, 10), 10, null, true).weights ≈ [1]
 */
export function fitEnsemble(
  values: Float64Array,
  end: number,
  starts: SeasonStarts | null,
  allPositive: boolean,
): SmoothingEnsemble {
  const season = starts === null ? 1 : starts.additive.length;
  const fitted = smoothingForms(end, season, allPositive)
    .map((form) => fitSmoothing(values, end, form, startOf(values, end, form.season, form.trend !== 'none', starts)))
    .sort((one, other) => one.criterion - other.criterion);
  const best = fitted[0]?.criterion ?? 0;
  const members = fitted.filter(({ criterion }) => evidence(criterion, best) >= leastWeight);
  const total = members.reduce((sum, { criterion }) => sum + evidence(criterion, best), 0);
  return { members, weights: members.map(({ criterion }) => evidence(criterion, best) / total) };
}

/**
 * The members' mean forecast for the periods from `end`, their constants unchanged: `values` before `end` are all they see.
 * Demand per period, written to `out`. O(members × end), does not throw.
 * Source: as for `fitEnsemble`.
 *
 * @example const values = new Float64Array(12).fill(5);
 *   forecastEnsemble(fitEnsemble(values, 12, null, true), values, 12, new Float64Array(2)) ≈ [5, 5]
 */
export function forecastEnsemble(
  { members, weights }: SmoothingEnsemble,
  values: Float64Array,
  end: number,
  out: Float64Array,
): Float64Array {
  out.fill(0);
  members.forEach(({ form, constants, start }, index) => {
    const state = createSmoothingState(start.season.length);
    copySmoothingState(start, state);
    smooth(values, end, form, constants, state);
    addSmoothingForecast(form, constants.phi, state, end, weights[index] ?? 0, out);
  });
  return out;
}

function evidence(criterion: number, best: number): number {
  return Math.exp((best - criterion) / 2);
}

/** Level and trend of the first year, the season taken out: a line for models with a trend, else a short mean. */
function startOf(
  values: Float64Array,
  end: number,
  form: SeasonForm,
  hasTrend: boolean,
  starts: SeasonStarts | null,
): SmoothingState {
  const indices = form === 'none' || starts === null ? noSeason : starts[form];
  const season = indices.length;
  const count = Math.min(end, hasTrend ? linePeriods : levelPeriods);
  const early = new Float64Array(count);
  for (let period = 0; period < count; period += 1) {
    const value = values[period] ?? 0;
    const index = indices[period % season] ?? 0;
    early[period] = form === 'none' ? value : form === 'additive' ? value - index : index > 0 ? value / index : value;
  }
  const state = createSmoothingState(season);
  state.season.set(indices);
  if (hasTrend && count > 2) {
    const line = fitLine(early);
    state.level = line.intercept;
    state.trend = line.slope;
  } else state.level = early.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  return state;
}
