import { fitLine } from './fit-line.ts';
import { decomposeClassically } from '#core/demand/seasonality/decompose-classically.ts';
import type { SeasonKind } from '#core/demand/seasonality/season-kind.ts';

/** The method of Holt and Winters with given constants. */
export interface HoltWintersParameters {
  /** Smoothing constants of level, trend and season, 0 to 1, in the form of Holt and Winters. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** Periods per season, 2 or more. */
  readonly period: number;
  readonly season: SeasonKind;
  /** What is left of the trend after each period, above 0 to 1; default 1. */
  readonly damping?: number;
  readonly start?: HoltWintersStart;
}

/** The state after the first `used` values, from where the smoothing goes on. */
export interface HoltWintersStart {
  readonly level: number;
  readonly trend: number;
  /** The indices of the next `period` values, in their order. */
  readonly indices: ArrayLike<number>;
  readonly used: number;
}

/** The state after the last value. */
export interface HoltWintersState {
  readonly level: number;
  readonly trend: number;
  /** The indices of the next `period` values, in their order. */
  readonly indices: Float64Array;
  /** Sum of the squared one-step errors after the start. */
  readonly sumOfSquares: number;
}

/**
 * Level, trend and season after all values, oldest first; per value in the order level, trend, season, the season
 * against the new level (rule DEM-25). By default it starts after the first season, from the decomposition of the first
 * two. O(values), does not throw.
 * Source: Winters 1960, Management Science 6; HoltWinters of R.
 *
 * @example smoothHoltWinters(Float64Array.of(2, 4), { alpha: 0.5, beta: 0.5, gamma: 0.5, period: 2, season: 'additive',
 *   start: { level: 2, trend: 1, indices: [-1, 1], used: 0 } })
 *   is { level: 3.5, trend: 0.75, indices: [-1, 0.75], sumOfSquares: 1 }
 */
export function smoothHoltWinters(values: Float64Array, parameters: HoltWintersParameters): HoltWintersState {
  const { alpha, beta, gamma, period, damping = 1 } = parameters;
  const isAdditive = parameters.season === 'additive';
  const start = parameters.start ?? holtWintersStart(values, period, parameters.season);
  let { level, trend } = start;
  const cycle = Float64Array.from(start.indices);
  let sumOfSquares = 0;
  for (let index = start.used; index < values.length; index += 1) {
    const season = (index - start.used) % period;
    const seasonIndex = cycle[season] ?? 0;
    const value = values[index] ?? 0;
    const before = level;
    const carried = damping * trend;
    const expected = before + carried;
    const error = value - (isAdditive ? expected + seasonIndex : expected * seasonIndex);
    sumOfSquares += error * error;
    level = alpha * (isAdditive ? value - seasonIndex : value / seasonIndex) + (1 - alpha) * expected;
    trend = beta * (level - before) + (1 - beta) * carried;
    cycle[season] = gamma * (isAdditive ? value - level : value / level) + (1 - gamma) * seasonIndex;
  }
  const shift = Math.max(0, values.length - start.used) % period;
  const indices = cycle.map((_, season) => cycle[(season + shift) % period] ?? 0);
  return { level, trend, indices, sumOfSquares };
}

/** The line of the trend of the first two seasons, and their indices, taken as the state after the first season. */
function holtWintersStart(values: Float64Array, period: number, kind: SeasonKind): HoltWintersStart {
  const { trend, indices } = decomposeClassically(values.subarray(0, 2 * period), period, kind);
  const half = Math.floor(period / 2);
  const line = fitLine(trend, half, trend.length - half);
  return { level: line.intercept, trend: line.slope, indices, used: period };
}
