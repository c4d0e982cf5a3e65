import { constantDistribution } from './constant-distribution.ts';
import { cornishFisher } from './cornish-fisher.ts';
import { countDistribution } from './count-family.ts';
import type { CountDistribution } from './distribution.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonProbability } from './poisson-probability.ts';

/**
 * The Poisson distribution; constantly 0 where the mean is not above 0. Throws for a quantile outside 0 to 1 alone.
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed., chapter 4.
 *
 * @example poissonDistribution(15).loss(18) ≈ 0.5176095282584724
 */
export function poissonDistribution(mean: number): CountDistribution {
  if (!(mean > 0)) return constantDistribution(0);
  const sd = Math.sqrt(mean);
  const moments = { mean, sd, skewness: 1 / sd, kurtosis: 1 / mean };
  return countDistribution({
    mean,
    variance: mean,
    slope: 0,
    intercept: mean,
    probability: (n) => poissonProbability(n, mean),
    lower: (n) => upperGamma(n + 1, mean),
    upper: (n) => lowerGamma(n + 1, mean),
    guess: (q) => cornishFisher(moments, normalQuantile(q)) - 0.5,
  });
}
