import { constantDistribution } from './constant-distribution.ts';
import type { ContinuousDistribution } from './distribution.ts';
import { normalCumulative } from './normal-cumulative.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The distribution of e^Y for a normal Y with mean `mu` and standard deviation `sigma`; constant where sigma is not
 * above 0. Does not throw. Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C.
 *
 * @example lognormalDistribution(2, 0.3).loss(10) ≈ 0.28364973888106326
 */
export function lognormalDistribution(mu: number, sigma: number): ContinuousDistribution {
  if (!(sigma > 0)) return constantDistribution(Math.exp(mu));
  const mean = Math.exp(mu + 0.5 * sigma * sigma);
  const standardised = (x: number) => (Math.log(x) - mu) / sigma;
  const variance = mean * mean * Math.expm1(sigma * sigma);
  const meanSquare = mean * mean + variance;
  return {
    mean,
    variance,
    cumulative: (x) => (x > 0 ? normalCumulative(standardised(x)) : 0),
    quantile(q) {
      if (q === 0 || q === 1) return q === 0 ? 0 : Infinity;
      return Math.exp(mu + sigma * normalQuantile(q));
    },
    loss(x) {
      if (!(x > 0)) return mean - x;
      const k = standardised(x);
      return Math.max(0, mean * normalCumulative(sigma - k) - x * normalCumulative(-k));
    },
    complementaryLoss(x) {
      if (!(x > 0)) return 0;
      const k = standardised(x);
      return Math.max(0, x * normalCumulative(k) - mean * normalCumulative(k - sigma));
    },
    secondOrderLoss(x) {
      if (!(x > 0)) return 0.5 * (meanSquare - 2 * x * mean + x * x);
      const k = standardised(x);
      const square = meanSquare * normalCumulative(2 * sigma - k);
      return Math.max(0, 0.5 * (square - 2 * x * mean * normalCumulative(sigma - k) + x * x * normalCumulative(-k)));
    },
  };
}
