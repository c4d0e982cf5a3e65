import type { EtsModel } from './ets-model.ts';
import type { EtsConstants, EtsState } from './ets-parameters.ts';

/** What a run over the history leaves. */
export interface EtsRun {
  /** The states after the last value. */
  readonly state: EtsState;
  /** The sum of squared errors; relative errors where they are multiplicative. */
  readonly sumOfSquares: number;
  /** Twice the negative logarithm of the likelihood, up to a constant that depends on the number of values alone. */
  readonly deviance: number;
}

/**
 * Runs the recursions of a model over a history, oldest value first. Level, trend and season move by the same shares of
 * the one-step error whether errors are additive or multiplicative; only the likelihood differs (rule DEM-34):
 * n · ln Σe², and with multiplicative errors, relative to the forecast f, in addition 2 · Σ ln f. The deviance is
 * infinite where a model with multiplicative errors forecasts nothing or less. O(values), does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, tables 2.2 and 2.3 and section 5.1.
 *
 * @example runEts(Float64Array.of(3), { error: 'A', trend: 'N', season: 'N' }, { alpha: 0.5, beta: 0, gamma: 0, phi: 1 },
 *   { level: 1, trend: 0, indices: new Float64Array(0) }).state.level === 2
 */
export function runEts(
  values: Float64Array,
  { error: errorKind, season: seasonKind }: EtsModel,
  { alpha, beta, gamma, phi }: EtsConstants,
  start: EtsState,
): EtsRun {
  const isRelative = errorKind === 'M';
  const isAdditive = seasonKind === 'A';
  const cycle = Float64Array.from(start.indices);
  const period = cycle.length;
  let { level, trend } = start;
  let sumOfSquares = 0;
  let logs = 0;
  let season = 0;
  for (const value of values) {
    const carried = phi * trend;
    const expected = level + carried;
    const index = cycle[season] ?? 0;
    const forecast = period === 0 ? expected : isAdditive ? expected + index : expected * index;
    const error = value - forecast;
    if (isRelative) {
      if (!(forecast > 0)) return { state: start, sumOfSquares: Infinity, deviance: Infinity };
      sumOfSquares += (error / forecast) ** 2;
      logs += Math.log(forecast);
    } else sumOfSquares += error * error;
    const share = period === 0 || isAdditive ? error : error / index;
    level = expected + alpha * share;
    trend = carried + beta * share;
    if (period === 0) continue;
    cycle[season] = index + gamma * (isAdditive ? error : error / expected);
    season = season + 1 === period ? 0 : season + 1;
  }
  const indices = cycle.map((_, position) => cycle[(position + season) % period] ?? 0);
  return { state: { level, trend, indices }, sumOfSquares, deviance: values.length * Math.log(sumOfSquares) + 2 * logs };
}
