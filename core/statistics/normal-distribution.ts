import { constantDistribution } from './constant-distribution.ts';
import type { ContinuousDistribution } from './distribution.ts';
import { normalCumulative } from './normal-cumulative.ts';
import { normalLoss, secondOrderNormalLoss } from './normal-loss.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The normal distribution; constant where the standard deviation is not above 0. Does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C, for the losses.
 *
 * @example normalDistribution(15, 3).loss(18) ≈ 0.24994641176305887
 */
export function normalDistribution(mean: number, sd: number): ContinuousDistribution {
  if (!(sd > 0)) return constantDistribution(mean);
  return {
    mean,
    variance: sd * sd,
    cumulative: (x) => normalCumulative((x - mean) / sd),
    quantile(q) {
      if (q === 0 || q === 1) return q === 0 ? -Infinity : Infinity;
      return mean + sd * normalQuantile(q);
    },
    loss: (x) => sd * normalLoss((x - mean) / sd),
    complementaryLoss: (x) => sd * normalLoss((mean - x) / sd),
    secondOrderLoss: (x) => sd * sd * secondOrderNormalLoss((x - mean) / sd),
  };
}
