import type { Distribution } from './distribution.ts';
import { mixtureDistribution } from './mixture-distribution.ts';
import { negativeBinomialDistribution } from './negative-binomial-distribution.ts';

/**
 * The demand over a lead time of a random whole number of periods: `leadTimeProbabilities[n]` is that of n periods, mean
 * and variance are of the demand of one period, periods are independent of each other and of the lead time. Demand of
 * a period is negative binomial, Poisson where its variance does not exceed its mean; sums of n periods are so too, so
 * the mixture is exact. Throws for probabilities without any above 0.
 * Source: E[D] = E[L]·μ, Var D = E[L]·σ² + μ²·Var L (Silver, Pyke and Thomas, 4th ed., section 6), here with the whole
 * distribution.
 *
 * @example leadTimeDemand([0, 0, 0, 0, 0.1, 0.2, 0.4, 0.2, 0, 0, 0.1], 9, 20).quantile(0.95) === 91
 */
export function leadTimeDemand(
  leadTimeProbabilities: readonly number[],
  periodMean: number,
  periodVariance: number,
): Distribution {
  const ofPeriods = (periods: number) => negativeBinomialDistribution(periods * periodMean, periods * periodVariance);
  return mixtureDistribution(
    leadTimeProbabilities,
    leadTimeProbabilities.map((_, periods) => ofPeriods(periods)),
    'whole',
  );
}
