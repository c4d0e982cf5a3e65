import { binomialProbability } from './binomial-probability.ts';
import { cornishFisher } from './cornish-fisher.ts';
import { countDistribution } from './count-family.ts';
import type { CountDistribution } from './distribution.ts';
import { gammaQuantile } from './gamma-quantile.ts';
import { regularisedBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonDistribution } from './poisson-distribution.ts';

/** Below this excess the shape would exceed what a double can add to a count. */
const leastExcess = 1e-9;

/**
 * The negative binomial distribution with the given mean and variance: r = mean² ÷ (variance - mean), whole or not, and
 * p = mean ÷ variance; Poisson where the variance does not exceed the mean. Means up to 1e6 keep at least 12 digits.
 * Throws for a quantile outside 0 to 1 alone. Source: Syntetos and Boylan, Intermittent Demand Forecasting, 2021, for
 * its use on lead-time demand.
 *
 * @example negativeBinomialDistribution(4, 12).quantile(0.95) === 11
 */
export function negativeBinomialDistribution(mean: number, variance: number): CountDistribution {
  const excess = variance - mean;
  if (!(mean > 0 && excess > leastExcess * mean)) return poissonDistribution(mean);
  const r = (mean * mean) / excess;
  const p = mean / variance;
  const q = excess / variance;
  const sd = Math.sqrt(variance);
  const moments = { mean, sd, skewness: (1 + q) / Math.sqrt(r * q), kurtosis: 6 / r + (p * p) / (r * q) };
  return countDistribution({
    mean,
    variance,
    slope: q,
    intercept: q * r,
    probability: (n) => (r / (r + n)) * binomialProbability(r, n, p, q),
    lower: (n) => regularisedBeta(r, n + 1, p, q),
    upper: (n) => regularisedBeta(n + 1, r, q, p),
    // A strongly skewed count is almost the gamma variable that its mean would be.
    guess: (share) =>
      (moments.skewness < 0.6
        ? cornishFisher(moments, normalQuantile(share))
        : (variance / mean) * gammaQuantile((mean * mean) / variance, share)) - 0.5,
  });
}
