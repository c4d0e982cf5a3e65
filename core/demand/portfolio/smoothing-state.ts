/** The constants of one exponential smoothing model. */
export interface SmoothingConstants {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/** Where a model stands: level, trend and the factor or summand of each period of the season. */
export interface SmoothingState {
  level: number;
  trend: number;
  season: Float64Array;
  /** Mean of the squared one-step errors on the way here, in units of demand squared. */
  meanSquare: number;
}

/**
 * Room for one state with `season` periods; 1 where there is no season. Does not throw.
 *
 * @example createSmoothingState(4).season.length === 4
 */
export function createSmoothingState(season: number): SmoothingState {
  return { level: 0, trend: 0, season: new Float64Array(season), meanSquare: 0 };
}

/**
 * Copies `from` into `to`; both have room for the same season. Does not throw.
 *
 * @example const [from, to] = [{ level: 5, trend: 1, season: [2], meanSquare: 4 }, createSmoothingState(1)];
 *   copySmoothingState(from, to);
 *   to is { level: 5, trend: 1, season: [2], meanSquare: 4 }
 */
export function copySmoothingState(from: SmoothingState, to: SmoothingState): void {
  to.level = from.level;
  to.trend = from.trend;
  to.season.set(from.season);
  to.meanSquare = from.meanSquare;
}

/** Below this a level or a factor counts as this: nothing is divided by zero. */
export const leastDivisor = 1e-6;
