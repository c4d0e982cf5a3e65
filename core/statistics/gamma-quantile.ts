import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonProbability } from './poisson-probability.ts';

/**
 * The x with P(shape, x) = q, 0 < q < 1, scale 1, relative accuracy about 1e-13. Does not throw. Source: first guess by
 * Wilson and Hilferty 1931, near 0 by the first term of the series; then Halley's method, which needs two or three rounds.
 *
 * @example gammaQuantile(2, 0.8008517265285442) ≈ 3
 */
export function gammaQuantile(shape: number, q: number): number {
  let x = firstGuess(shape, q);
  for (let round = 0; round < 40 && x > 0; round += 1) {
    // The smaller of both tails is known with all its digits.
    const excess = q < 0.5 ? lowerGamma(shape, x) - q : 1 - q - upperGamma(shape, x);
    const density = (shape / x) * poissonProbability(shape, x);
    const newton = excess / density;
    if (!Number.isFinite(newton)) break;
    const step = newton / (1 - 0.5 * Math.max(-1, Math.min(1, newton * ((shape - 1) / x - 1))));
    const next = x - step;
    x = next > 0 ? next : x / 8;
    if (Math.abs(step) <= 1e-13 * x) break;
  }
  return x;
}

function firstGuess(shape: number, q: number): number {
  const spread = 1 / (9 * shape);
  const root = 1 - spread + normalQuantile(q) * Math.sqrt(spread);
  const guess = shape * root * root * root;
  if (shape >= 1 && root > 0.3) return guess;
  const nearZero = Math.exp((Math.log(q) + logGamma(shape + 1)) / shape);
  if (nearZero < 0.2 * (shape + 1) || !(root > 0)) return nearZero;
  return Math.max(guess, -Math.log1p(-q) * 0.5);
}
