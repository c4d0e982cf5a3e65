import type { SmoothingForm } from './smoothing-form.ts';
import { leastDivisor, type SmoothingConstants, type SmoothingState } from './smoothing-state.ts';

/** Beyond these the running product of the fitted values is taken as a logarithm. */
const greatestProduct = 1e100;
const leastProduct = 1e-100;

/**
 * Carries `state` through the first `end` values and returns −2·log likelihood without its constants: n·log(mean squared
 * error), and for relative errors twice the sum of log |fitted| (rule DEM-62). O(end), no allocation, does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, sections 2.5 and 5.1.
 *
 * @example const state = { ...createSmoothingState(1), level: 5 };
 *   smooth(Float64Array.of(7), 1, { season: 'none', relativeErrors: false, trend: 'none' }, { alpha: 0.5, beta: 0, gamma: 0,
 *   phi: 1 }, state);
 *   state.level === 6
 */
export function smooth(
  values: Float64Array,
  end: number,
  form: SmoothingForm,
  { alpha, beta, gamma, phi }: SmoothingConstants,
  state: SmoothingState,
): number {
  const additive = form.season === 'additive';
  const multiplicative = form.season === 'multiplicative';
  const relative = form.relativeErrors;
  const factors = state.season;
  const season = factors.length;
  let { level, trend } = state;
  let squares = 0;
  let relativeSquares = 0;
  let logs = 0;
  let product = 1;
  let phase = 0;
  for (let period = 0; period < end; period += 1) {
    const base = level + phi * trend;
    const factor = factors[phase] ?? 0;
    const fitted = additive ? base + factor : multiplicative ? base * factor : base;
    const error = (values[period] ?? 0) - fitted;
    squares += error * error;
    if (relative) {
      const size = Math.max(Math.abs(fitted), leastDivisor);
      relativeSquares += (error / size) * (error / size);
      product *= size;
      // A product is far cheaper than a logarithm per period.
      if (product > greatestProduct || product < leastProduct) {
        logs += Math.log(product);
        product = 1;
      }
    }
    const levelError = multiplicative ? error / Math.max(factor, leastDivisor) : error;
    level = base + alpha * levelError;
    trend = phi * trend + beta * levelError;
    if (additive) factors[phase] = factor + gamma * error;
    else if (multiplicative) factors[phase] = factor + (gamma * error) / Math.max(base, leastDivisor);
    phase += 1;
    if (phase === season) phase = 0;
  }
  state.level = level;
  state.trend = trend;
  state.meanSquare = squares / end;
  if (!relative) return end * Math.log(squares / end + Number.MIN_VALUE);
  return end * Math.log(relativeSquares / end + Number.MIN_VALUE) + 2 * (logs + Math.log(product));
}
