import { etsParameterCount, type EtsModel } from './ets-model.ts';
import { etsConstantsOf, etsPointOf, etsStateOf, type EtsConstants, type EtsState } from './ets-parameters.ts';
import { etsStartState } from './ets-start-state.ts';
import { isStable } from './is-stable.ts';
import { runEts } from './run-ets.ts';
import { minimise } from '#core/statistics/minimise.ts';

/** A model of the exponential smoothing family fitted to a history. */
export interface FittedEts {
  readonly model: EtsModel;
  /** Periods per season, 1 without season. */
  readonly period: number;
  readonly constants: EtsConstants;
  /** The states before the first value. */
  readonly start: EtsState;
  /** The states after the last value. */
  readonly state: EtsState;
  /** The variance of the errors, relative ones where they are multiplicative: their squares over values less parameters. */
  readonly variance: number;
  /** The logarithm of the likelihood without the constants that the number of values gives. */
  readonly logLikelihood: number;
  /** Akaike's criterion, corrected for short histories; the variance counts as a parameter. */
  readonly aicc: number;
}

/**
 * A model with the constants and start states of greatest likelihood, found by the simplex of Nelder and Mead from the
 * heuristic start (rules DEM-33 and DEM-34); null where the history has too few values for the parameters, or fewer than
 * two seasons for a season, or values at or below 0 that multiplicative errors or seasons cannot have.
 * Some thousand runs over the history; does not throw.
 * Source: Hyndman and Khandakar 2008, Journal of Statistical Software 27; ets of the R package forecast.
 *
 * @example const values = Float64Array.of(10, 13, 9, 12, 15, 11, 16, 13, 17, 14, 18, 13);
 *   const alpha = fitEts(values, { error: 'A', trend: 'N', season: 'N' }, 1).constants.alpha;
 *   [alpha, fitLevel(values).alpha] ≈ [0.298, 0.298]
 */
export function fitEts(values: Float64Array, model: EtsModel, period: number): FittedEts | null {
  const ownPeriod = model.season === 'N' ? 1 : period;
  const parameters = etsParameterCount(model, period);
  const counted = parameters + 1;
  const freedom = values.length - counted - 1;
  if (freedom <= 0 || (model.season !== 'N' && (period < 2 || values.length < 2 * period))) return null;
  const isPositive = values.every((value) => value > 0);
  if (!isPositive && (model.error === 'M' || model.season === 'M')) return null;

  const point = etsPointOf(model, etsStartState(values, model, ownPeriod), ownPeriod, meanStep(values));
  const found = minimise(
    (at) => {
      const constants = etsConstantsOf(model, at);
      const start = etsStateOf(model, at, ownPeriod);
      if ((model.season === 'M' && (start.indices[0] ?? 0) < 0) || !isStable(constants, ownPeriod)) return Infinity;
      return runEts(values, model, constants, start).deviance;
    },
    { ...point, tolerance: 1e-8, maxEvaluations: 300 * (point.start.length + 1) },
  );
  const constants = etsConstantsOf(model, found.point);
  const start = etsStateOf(model, found.point, ownPeriod);
  const { state, sumOfSquares, deviance } = runEts(values, model, constants, start);
  return {
    model,
    period: ownPeriod,
    constants,
    start,
    state,
    variance: sumOfSquares / (values.length - parameters),
    logLikelihood: -deviance / 2,
    aicc: deviance + 2 * counted + (2 * counted * (counted + 1)) / freedom,
  };
}

/** The mean absolute distance between neighbouring values, or 1 where all are alike: the size of first steps. */
function meanStep(values: Float64Array): number {
  let sum = 0;
  for (let index = 1; index < values.length; index += 1) sum += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0));
  return sum > 0 ? sum / (values.length - 1) : 1;
}
