import type { Distribution } from '#core/statistics/distribution.ts';
import { gammaDistribution } from '#core/statistics/gamma-distribution.ts';
import { negativeBinomialDistribution } from '#core/statistics/negative-binomial-distribution.ts';

/** The total demand of the protected periods, as far as it is known. */
export interface TotalDemand {
  readonly mean: number;
  readonly variance: number;
  /** Demand comes in whole units. */
  readonly whole: boolean;
}

/** A forecast of nothing still has a distribution. */
const leastMean = 1e-9;
/** A count that hardly varies is still a count. */
const leastDispersion = 1.01;
/** Above this the steps of a count no longer matter. */
const greatestCount = 1e5;

/**
 * The distribution of a total (rule DEM-75): negative binomial for demand in whole units, whose variance is never below its
 * mean, gamma for what is measured or comes in very large numbers. Does not throw.
 * Source: Syntetos and Boylan 2021, Intermittent Demand Forecasting, chapter 5.
 *
 * @example distributionOf({ mean: 4, variance: 12, whole: true }).quantile(0.95) === 11
 */
export function distributionOf({ mean, variance, whole }: TotalDemand): Distribution {
  const positive = Math.max(mean, leastMean);
  if (whole && positive < greatestCount) {
    return negativeBinomialDistribution(positive, Math.max(variance, positive * leastDispersion));
  }
  return gammaDistribution(positive, Math.max(variance, leastMean * positive));
}
