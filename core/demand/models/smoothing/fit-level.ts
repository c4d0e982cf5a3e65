import { smoothLevel } from './smooth-level.ts';

/** Simple exponential smoothing fitted to a history. */
export interface FittedLevel {
  /** Smoothing constant, 0.0001 to 0.9999. */
  readonly alpha: number;
  /** The level before the first value. */
  readonly start: number;
  /** The level after the last value: the forecast. */
  readonly level: number;
  /** Sum of the squared one-step errors. */
  readonly sumOfSquares: number;
}

const leastAlpha = 0.0001;
const greatestAlpha = 0.9999;
const gridSteps = 32;
const gridStep = (greatestAlpha - leastAlpha) / gridSteps;
/** The constant near 0.2 of the grid. */
const firstStep = 6;
const goldenShare = (Math.sqrt(5) - 1) / 2;
const goldenSteps = 22;

/**
 * The constant and the start level of simple exponential smoothing with the least sum of squared one-step errors, which
 * are also those of greatest likelihood for ETS(A,N,N) (rule DEM-23). For each constant the errors are linear in the
 * start level, so its best value has a closed form and only the constant is searched: downhill on a grid from 0.2, then
 * by golden section. Of several minima the one downhill from 0.2 is taken, as in R: on erratic histories the least of
 * all is often one that follows the noise. O(values), about 55 passes; does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, chapter 5; ses of the R package forecast.
 *
 * @example const { level, sumOfSquares } = fitLevel(Float64Array.of(5, 5, 5, 5));
 *   [level, sumOfSquares] is [5, 0]
 */
export function fitLevel(values: Float64Array): FittedLevel {
  const near = downhillOnGrid((alpha) => fitStart(values, alpha).sumOfSquares);
  let low = Math.max(leastAlpha, near - gridStep);
  let high = Math.min(greatestAlpha, near + gridStep);
  for (let step = 0; step < goldenSteps; step += 1) {
    const left = high - goldenShare * (high - low);
    const right = low + goldenShare * (high - low);
    if (fitStart(values, left).sumOfSquares <= fitStart(values, right).sumOfSquares) high = right;
    else low = left;
  }
  const alpha = (low + high) / 2;
  const { start, sumOfSquares } = fitStart(values, alpha);
  return { alpha, start, level: smoothLevel(values, alpha, start), sumOfSquares };
}

/** The first constant of the grid, on the way from 0.2 to the side that falls, after which the sum rises again. */
function downhillOnGrid(sumAt: (alpha: number) => number): number {
  let best = firstStep;
  let least = sumAt(leastAlpha + firstStep * gridStep);
  for (const direction of [-1, 1]) {
    for (let step = best + direction; step >= 0 && step <= gridSteps; step += direction) {
      const sum = sumAt(leastAlpha + step * gridStep);
      if (sum >= least) break;
      best = step;
      least = sum;
    }
  }
  return leastAlpha + best * gridStep;
}

/** The best start for a constant: errors are those of a start at the first value, less (1 − alpha)^period times its offset. */
function fitStart(values: Float64Array, alpha: number): { readonly start: number; readonly sumOfSquares: number } {
  const [first = 0] = values;
  let level = first;
  let weight = 1;
  let squares = 0;
  let products = 0;
  let weights = 0;
  for (const value of values) {
    const error = value - level;
    squares += error * error;
    products += error * weight;
    weights += weight * weight;
    level += alpha * error;
    weight *= 1 - alpha;
  }
  const offset = weights > 0 ? products / weights : 0;
  return { start: first + offset, sumOfSquares: Math.max(0, squares - offset * products) };
}
