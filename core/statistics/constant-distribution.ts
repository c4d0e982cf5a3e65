import type { ContinuousDistribution, CountDistribution } from './distribution.ts';

/**
 * The distribution of a quantity that is certain: every other family ends here where its variance is 0. Does not throw.
 * Source: definition.
 *
 * @example constantDistribution(5).loss(3) === 2
 */
export function constantDistribution(value: number): ContinuousDistribution & CountDistribution {
  return {
    mean: value,
    variance: 0,
    probability: (n) => (n === value ? 1 : 0),
    cumulative: (x) => (x >= value ? 1 : 0),
    quantile: () => value,
    loss: (x) => Math.max(0, value - x),
    complementaryLoss: (x) => Math.max(0, x - value),
    secondOrderLoss: (x) => 0.5 * Math.max(0, value - x) ** 2,
  };
}
