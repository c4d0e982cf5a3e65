import type { FittedEts } from './fit-ets.ts';
import { multiplicativeMoments } from './multiplicative-moments.ts';
import { predictionOf, type Prediction } from '#core/demand/models/prediction.ts';
import { forecastTrend } from '#core/demand/models/smoothing/forecast-trend.ts';
import { restoreSeason } from '#core/demand/seasonality/restore-season.ts';

/**
 * Means, variances and 95 % limits of the next `horizon` periods in closed form, exact for normal errors of the estimated
 * variance (rule DEM-36). O(horizon²), does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, section 6.3.
 *
 * @example const model = { error: 'A', trend: 'N', season: 'N' };
 *   const state = { level: 10, trend: 0, indices: new Float64Array(0) };
 *   predictEts({ model, constants: { alpha: 0.5, beta: 0, gamma: 0, phi: 1 }, state, period: 1, variance: 4 }, 3).variance
 *   ≈ [4, 5, 6]
 */
export function predictEts(fitted: FittedEts, horizon: number): Prediction {
  const { model, constants, state } = fitted;
  if (model.season === 'M') {
    const moments = Array.from({ length: horizon }, (_, step) => multiplicativeMoments(fitted, step + 1));
    return predictionOf(
      Float64Array.from(moments, ({ mean }) => mean),
      Float64Array.from(moments, ({ variance }) => variance),
    );
  }
  const mean = forecastTrend(state.level, state.trend, constants.phi, horizon);
  if (model.season === 'A') restoreSeason(mean, horizon, state.indices, 'additive', 0);
  return predictionOf(mean, model.error === 'A' ? additiveVariances(fitted, horizon) : relativeVariances(fitted, mean));
}

function additiveVariances(fitted: FittedEts, horizon: number): Float64Array {
  let sum = 0;
  return errorWeights(fitted, horizon).map((weight) => (sum += fitted.variance * weight * weight));
}

/** With errors relative to the mean, the second moment of each period depends on those before it. */
function relativeVariances(fitted: FittedEts, mean: Float64Array): Float64Array {
  const weights = errorWeights(fitted, mean.length);
  const seconds = new Float64Array(mean.length);
  return mean.map((value, step) => {
    let second = value * value;
    for (let back = 1; back <= step; back += 1)
      second += fitted.variance * (weights[back] ?? 0) ** 2 * (seconds[step - back] ?? 0);
    seconds[step] = second;
    return (1 + fitted.variance) * second - value * value;
  });
}

/** How much of an error reaches the value so many periods later, from 1 for its own. */
function errorWeights({ constants, model, period }: FittedEts, horizon: number): Float64Array {
  const { alpha, beta, gamma, phi } = constants;
  let carried = 0;
  let share = 1;
  return Float64Array.from({ length: horizon }, (_, back) => {
    if (back === 0) return 1;
    share *= phi;
    carried += share;
    return alpha + beta * carried + (model.season === 'A' && back % period === 0 ? gamma : 0);
  });
}
