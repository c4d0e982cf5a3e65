import type { EtsModel } from './ets-model.ts';
import type { EtsState } from './ets-parameters.ts';
import { fitLine } from '#core/demand/models/smoothing/fit-line.ts';
import { decomposeClassically } from '#core/demand/seasonality/decompose-classically.ts';
import { removeSeason } from '#core/demand/seasonality/remove-season.ts';

/** An index below this would make the first levels infinite. */
const leastIndex = 0.01;

/**
 * States before the first value from which the search for better ones begins: the indices of the classical
 * decomposition, and the mean, or the line, of the first seasons without them (two seasons, at least ten values). Needs two
 * whole seasons where the model has one. O(values · period), does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, section 2.6.1 (heuristic initial states).
 *
 * @example etsStartState(Float64Array.of(1, 2, 3, 4), { error: 'A', trend: 'A', season: 'N' }, 1) ≈ { level: 0, trend: 1,
 *   indices: [] }
 */
export function etsStartState(values: Float64Array, { trend, season }: EtsModel, period: number): EtsState {
  const indices = season === 'N' ? new Float64Array(0) : indicesOf(values, season, period);
  const level = season === 'N' ? values : removeSeason(values, indices, season === 'A' ? 'additive' : 'multiplicative');
  const count = Math.min(values.length, Math.max(10, season === 'N' ? 0 : 2 * period));
  if (trend !== 'N') {
    const line = fitLine(level, 0, count);
    return { level: line.intercept, trend: line.slope, indices };
  }
  let sum = 0;
  for (const value of level.subarray(0, count)) sum += value;
  return { level: sum / count, trend: 0, indices };
}

function indicesOf(values: Float64Array, season: 'A' | 'M', period: number): Float64Array {
  if (season === 'A') return decomposeClassically(values, period, 'additive').indices;
  const indices = decomposeClassically(values, period, 'multiplicative').indices.map((index) => Math.max(leastIndex, index));
  let sum = 0;
  for (const index of indices) sum += index;
  return indices.map((index) => (index * period) / sum);
}
