import { localFit, smoothLoess, type LoessParameters } from './smooth-loess.ts';

/** How a series is taken apart by loess. */
export interface StlParameters {
  /** Periods per season, 2 or more. */
  readonly period: number;
  /** How many seasons a seasonal value looks at, odd, 7 or more; 'periodic' for the same season in every cycle. */
  readonly seasonalWindow: number | 'periodic';
  /** Whether outliers lose their weight; default no. */
  readonly isRobust?: boolean;
}

/** A series as trend, season and remainder, each one value per period; they add up to it. */
export interface StlDecomposition {
  readonly trend: Float64Array;
  readonly season: Float64Array;
  readonly remainder: Float64Array;
}

/**
 * The decomposition of values (oldest first) into trend, season and remainder by loess (rule DEM-42), with the windows,
 * degrees and jumps that stl of R takes by default. Without more than two seasons of values the season is 0.
 * O(values · window), does not throw.
 * Source: Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6.
 *
 * @example decomposeStl(Float64Array.of(1, 3, 1, 3, 1, 3), { period: 2, seasonalWindow: 'periodic' }).season
 *   ≈ [-1, 1, -1, 1, -1, 1]
 */
export function decomposeStl(
  values: Float64Array,
  { period, seasonalWindow, isRobust = false }: StlParameters,
): StlDecomposition {
  const count = values.length;
  const isPeriodic = seasonalWindow === 'periodic';
  const ownWindow = isPeriodic ? 10 * count + 1 : nextOdd(Math.max(3, seasonalWindow));
  const trendOf = loess(nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / ownWindow))), 1);
  if (period < 2 || count <= 2 * period) return sumUp(values, smoothLoess(values, trendOf), new Float64Array(count));
  const seasonOf = loess(ownWindow, 0);
  const passOf = loess(nextOdd(period), 1);
  let season: Float64Array = new Float64Array(count);
  let trend: Float64Array = new Float64Array(count);
  let robustness: Float64Array | undefined;
  for (let outer = 0; outer <= (isRobust ? 15 : 0); outer += 1) {
    if (outer > 0) robustness = bisquareWeights(values, trend, season);
    for (let inner = 0; inner < (isRobust ? 1 : 2); inner += 1) {
      const cycles = smoothCycles(difference(values, trend), period, seasonOf, robustness);
      const slow = smoothLoess(runningMean(runningMean(runningMean(cycles, period), period), 3), passOf);
      season = difference(cycles.subarray(period, period + count), slow);
      trend = smoothLoess(difference(values, season), trendOf, robustness);
    }
  }
  if (isPeriodic) season = meanCycle(season, period);
  return sumUp(values, trend, season);
}

function loess(window: number, degree: 0 | 1): LoessParameters {
  return { window, degree, jump: Math.ceil(window / 10) };
}

function nextOdd(value: number): number {
  return value % 2 === 0 ? value + 1 : value;
}

function difference(values: Float64Array, others: Float64Array): Float64Array {
  return values.map((value, index) => value - (others[index] ?? 0));
}

function sumUp(values: Float64Array, trend: Float64Array, season: Float64Array): StlDecomposition {
  return { trend, season, remainder: difference(difference(values, trend), season) };
}

/** The values of each season smoothed over the cycles, one cycle longer at either end. */
function smoothCycles(
  values: Float64Array,
  period: number,
  parameters: LoessParameters,
  robustness: Float64Array | undefined,
): Float64Array {
  const out = new Float64Array(values.length + 2 * period);
  const every = (array: Float64Array, season: number) => array.filter((_, index) => index % period === season);
  for (let season = 0; season < period; season += 1) {
    const own = every(values, season);
    const weights = robustness && every(robustness, season);
    const smooth = smoothLoess(own, parameters, weights);
    const cycles = own.length;
    const end = Math.min(cycles, parameters.window);
    out[season] = localFit(own, -1, 0, end, parameters, weights) ?? smooth[0] ?? 0;
    smooth.forEach((value, cycle) => (out[(cycle + 1) * period + season] = value));
    const after = localFit(own, cycles, cycles - end, cycles, parameters, weights);
    out[(cycles + 1) * period + season] = after ?? smooth[cycles - 1] ?? 0;
  }
  return out;
}

/** The means of `window` neighbours each; `window` − 1 fewer than the values. */
function runningMean(values: Float64Array, window: number): Float64Array {
  const out = new Float64Array(values.length - window + 1);
  let sum = 0;
  values.forEach((value, index) => {
    sum += value - (values[index - window] ?? 0);
    if (index >= window - 1) out[index - window + 1] = sum / window;
  });
  return out;
}

/** Every value replaced by the mean of its season. */
function meanCycle(season: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  season.forEach((value, index) => {
    sums[index % period] = (sums[index % period] ?? 0) + value;
    counts[index % period] = (counts[index % period] ?? 0) + 1;
  });
  return season.map((_, index) => (sums[index % period] ?? 0) / (counts[index % period] ?? 1));
}

/** 1 for what is fitted, falling to 0 at six median absolute remainders. */
function bisquareWeights(values: Float64Array, trend: Float64Array, season: Float64Array): Float64Array {
  const distances = difference(difference(values, trend), season).map(Math.abs);
  const sorted = distances.slice().sort();
  const middle = (sorted.length - 1) / 2;
  const limit = 3 * ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0));
  return distances.map((distance) => {
    if (distance <= 0.001 * limit) return 1;
    return distance > 0.999 * limit ? 0 : (1 - (distance / limit) ** 2) ** 2;
  });
}
