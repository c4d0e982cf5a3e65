import type { FittedEts } from './fit-ets.ts';

/** Mean and variance of one value. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

type Matrix = readonly [number, number, number, number];

/**
 * Mean and variance of the value `horizon` periods ahead (1 or more) by a model with multiplicative errors and season,
 * exact for normal errors. Level and trend times the one season that the value meets move linearly, by a random matrix
 * per period, so that their first and second moments can be carried forward. O(horizon), does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, section 6.3.3 (models of class 3), there with matrices of all seasons.
 *
 * @example const state = { level: 10, trend: 1, indices: Float64Array.of(0.8, 1.2) };
 *   multiplicativeMoments({ constants: { alpha: 0.5, beta: 0, gamma: 0, phi: 1 }, state, period: 2, variance: 0.01 }, 1)
 *   ≈ { mean: 8.8, variance: 0.7744 }
 */
export function multiplicativeMoments({ constants, state, period, variance }: FittedEts, horizon: number): Moments {
  const { alpha, beta, gamma, phi } = constants;
  const step: Matrix = [1, phi, 0, phi];
  const shock: Matrix = [alpha, alpha * phi, beta, beta * phi];
  const own = (horizon - 1) % period;
  const index = state.indices[own] ?? 0;
  let mean: readonly [number, number] = [state.level * index, state.trend * index];
  let second: Matrix = [mean[0] ** 2, mean[0] * mean[1], mean[0] * mean[1], mean[1] ** 2];
  for (let ahead = 0; ahead < horizon - 1; ahead += 1) {
    // The season moves only in its own period, with the same error as level and trend.
    const share = ahead % period === own ? gamma : 0;
    const first = add(shock, scale(step, share));
    const both = scale(shock, share);
    mean = apply(add(step, scale(both, variance)), mean);
    const crossed = product(product(step, second), transpose(both));
    second = add(
      add(around(step, second), scale(around(first, second), variance)),
      add(scale(add(crossed, transpose(crossed)), variance), scale(around(both, second), 3 * variance * variance)),
    );
  }
  const value = mean[0] + phi * mean[1];
  const square = second[0] + 2 * phi * second[1] + phi * phi * second[3];
  return { mean: value, variance: (1 + variance) * square - value * value };
}

function add(one: Matrix, other: Matrix): Matrix {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]];
}

function scale(one: Matrix, factor: number): Matrix {
  return [one[0] * factor, one[1] * factor, one[2] * factor, one[3] * factor];
}

function transpose(one: Matrix): Matrix {
  return [one[0], one[2], one[1], one[3]];
}

function product(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[1] * other[2],
    one[0] * other[1] + one[1] * other[3],
    one[2] * other[0] + one[3] * other[2],
    one[2] * other[1] + one[3] * other[3],
  ];
}

/** M · P · Mᵀ. */
function around(matrix: Matrix, middle: Matrix): Matrix {
  return product(product(matrix, middle), transpose(matrix));
}

function apply(matrix: Matrix, vector: readonly [number, number]): readonly [number, number] {
  return [matrix[0] * vector[0] + matrix[1] * vector[1], matrix[2] * vector[0] + matrix[3] * vector[1]];
}
