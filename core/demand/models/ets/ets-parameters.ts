import type { EtsModel } from './ets-model.ts';

/** Smoothing constants in state-space form: each is the share of an error that enters its state. */
export interface EtsConstants {
  readonly alpha: number;
  /** 0 without trend. */
  readonly beta: number;
  /** 0 without season. */
  readonly gamma: number;
  /** The damping of the trend, 1 for none. */
  readonly phi: number;
}

/** The states before a value. */
export interface EtsState {
  readonly level: number;
  /** Units per period, 0 without trend. */
  readonly trend: number;
  /** The indices of the next values, in their order; empty without season. */
  readonly indices: Float64Array;
}

/** Constants and start states as one point of a search, and the box it stays in. */
export interface EtsPoint {
  readonly start: number[];
  readonly steps: number[];
  readonly lower: number[];
  readonly upper: number[];
}

const least = 0.0001;
const most = 0.9999;
const leastDamping = 0.8;
const mostDamping = 0.98;

/**
 * The point from which the search begins (rule DEM-33). Trend and season constants are given as their share of the way
 * from the least to the greatest that the level constant allows, so that the region of the usual constants is a box:
 * 0 < beta < alpha, 0 < gamma < 1 − alpha. The states follow, but for the first index, which the others fix.
 * `scale`: the size of a step of the states, units of the values. Does not throw.
 * Source: the ranges and first constants of ets of the R package forecast.
 *
 * @example const { start, steps } = etsPointOf({ error: 'A', trend: 'N', season: 'N' }, { level: 10, trend: 0,
 *   indices: new Float64Array(0) }, 1, 2);
 *   [start, steps] ≈ [[0.20006, 10], [0.1, 2]]
 */
export function etsPointOf({ trend, season }: EtsModel, state: EtsState, period: number, scale: number): EtsPoint {
  const point: EtsPoint = { start: [], steps: [], lower: [], upper: [] };
  const add = (start: number, step: number, lower: number, upper: number) => {
    point.start.push(start);
    point.steps.push(step);
    point.lower.push(lower);
    point.upper.push(upper);
  };
  add(least + (0.2 * (most - least)) / (season === 'N' ? 1 : period), 0.1, least, most);
  if (trend !== 'N') add(0.1, 0.1, 0, 1);
  if (season !== 'N') add(0.05, 0.1, 0, 1);
  if (trend === 'Ad') add(leastDamping + 0.99 * (mostDamping - leastDamping), 0.05, leastDamping, mostDamping);
  add(state.level, scale, -Infinity, Infinity);
  if (trend !== 'N') add(state.trend, scale / 10, -Infinity, Infinity);
  for (const index of state.indices.subarray(1)) {
    if (season === 'A') add(index, scale / 2, -Infinity, Infinity);
    else add(index, 0.05, 0, Infinity);
  }
  return point;
}

/**
 * The constants of a point. Does not throw. The inverse of how `etsPointOf` places them.
 * Source: as for `etsPointOf`.
 *
 * @example etsConstantsOf({ error: 'A', trend: 'A', season: 'N' }, [0.5, 1, 10, 1]) is { alpha: 0.5, beta: 0.5, gamma: 0, phi: 1 }
 */
export function etsConstantsOf({ trend, season }: EtsModel, point: ArrayLike<number>): EtsConstants {
  const alpha = point[0] ?? 0;
  let next = 1;
  const beta = trend === 'N' ? 0 : between(least, Math.min(most, alpha), point[next++]);
  const gamma = season === 'N' ? 0 : between(least, Math.min(most, 1 - alpha), point[next++]);
  return { alpha, beta, gamma, phi: trend === 'Ad' ? (point[next] ?? 1) : 1 };
}

/**
 * The start states of a point; the indices add up to 0, or to the period where they multiply. Does not throw. The inverse
 * of how `etsPointOf` places them.
 * Source: as for `etsPointOf`.
 *
 * @example etsStateOf({ error: 'M', trend: 'N', season: 'M' }, [0.5, 0.1, 10, 1.5], 2) is { level: 10, trend: 0, indices: [0.5,
 *   1.5] }
 */
export function etsStateOf({ trend, season }: EtsModel, point: ArrayLike<number>, period: number): EtsState {
  let next = 1 + (trend === 'N' ? 0 : 1) + (season === 'N' ? 0 : 1) + (trend === 'Ad' ? 1 : 0);
  const level = point[next++] ?? 0;
  const slope = trend === 'N' ? 0 : (point[next++] ?? 0);
  const indices = new Float64Array(season === 'N' ? 0 : period);
  let rest = season === 'M' ? period : 0;
  for (let position = 1; position < indices.length; position += 1) {
    const index = point[next++] ?? 0;
    indices[position] = index;
    rest -= index;
  }
  if (indices.length > 0) indices[0] = rest;
  return { level, trend: slope, indices };
}

function between(low: number, high: number, share = 0): number {
  return low + share * (high - low);
}
