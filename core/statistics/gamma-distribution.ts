import { constantDistribution } from './constant-distribution.ts';
import type { ContinuousDistribution } from './distribution.ts';
import { gammaQuantile } from './gamma-quantile.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { poissonProbability } from './poisson-probability.ts';

/**
 * The gamma distribution with the given mean and variance; constant where either is not above 0. For fast-moving items
 * that are skewed, and never negative. Does not throw. Source: Burgin 1975, Operational Research Quarterly 26.
 *
 * @example gammaDistribution(100, 2500).quantile(0.95) ≈ 193.84 (shape 4, scale 25)
 */
export function gammaDistribution(mean: number, variance: number): ContinuousDistribution {
  if (!(mean > 0 && variance > 0)) return constantDistribution(Math.max(0, mean));
  const shape = (mean * mean) / variance;
  const scale = variance / mean;
  const edge = (x: number) => mean * poissonProbability(shape, x / scale);
  return {
    mean,
    variance,
    cumulative: (x) => lowerGamma(shape, x / scale),
    quantile(q) {
      if (q === 0 || q === 1) return q === 0 ? 0 : Infinity;
      return scale * gammaQuantile(shape, q);
    },
    loss: (x) => (x > 0 ? Math.max(0, (mean - x) * upperGamma(shape, x / scale) + edge(x)) : mean - x),
    complementaryLoss: (x) => (x > 0 ? Math.max(0, (x - mean) * lowerGamma(shape, x / scale) + edge(x)) : 0),
    secondOrderLoss(x) {
      const distance = x - mean;
      if (!(x > 0)) return 0.5 * (variance + distance * distance);
      // By parts, from E[X²; X > x] and E[X; X > x], which differ from products of the tail by edge terms.
      const tail = upperGamma(shape, x / scale);
      return Math.max(0, 0.5 * ((variance + distance * distance) * tail + (scale - distance) * edge(x)));
    },
  };
}
