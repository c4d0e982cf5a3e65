import { studentQuantile } from '#core/statistics/student-quantile.ts';

/** A figure from independent replications, with the ends of its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** Estimates from one value per replication; columns have one element each. Neither function throws. */
export interface Estimator {
  /** The mean of a measure over the replications. */
  mean(values: ArrayLike<number>): Estimate;
  /**
   * The ratio of two sums over the replications, such as filled to demanded: the sums are divided, not the replications' own
   * ratios averaged, which would be biased. Undefined where the lower sum is 0.
   */
  ratio(above: ArrayLike<number>, below: ArrayLike<number>): Estimate | undefined;
}

/**
 * Estimates with t intervals for so many replications (1 or more); of a single one both ends are the figure itself. The
 * interval of a ratio follows from how far the parts stray from it (delta method). O(replications) each, does not throw.
 * Source: Law, Simulation Modeling and Analysis, 5th ed., section 4.5; Cochran, Sampling Techniques, 3rd ed., section 6.4
 * (ratios).
 *
 * @example createEstimator(3).mean([1, 2, 3]) ≈ { mean: 2, standardError: 0.5774, low: -0.4841,
 *   high: 4.4841 } (2 ± 4.303·0.577)
 */
export function createEstimator(replications: number): Estimator {
  const quantile = replications < 2 ? 0 : studentQuantile(0.05, replications - 1);

  function around(mean: number, squares: number): Estimate {
    const standardError = replications < 2 ? 0 : Math.sqrt(squares / (replications - 1) / replications);
    return { mean, standardError, low: mean - quantile * standardError, high: mean + quantile * standardError };
  }
  function sumOf(values: ArrayLike<number>): number {
    let sum = 0;
    for (let index = 0; index < replications; index += 1) sum += values[index] ?? 0;
    return sum;
  }
  return {
    mean(values) {
      const mean = sumOf(values) / replications;
      let squares = 0;
      for (let index = 0; index < replications; index += 1) squares += ((values[index] ?? 0) - mean) ** 2;
      return around(mean, squares);
    },
    ratio(above, below) {
      const sumBelow = sumOf(below);
      if (sumBelow === 0) return undefined;
      const ratio = sumOf(above) / sumBelow;
      const meanBelow = sumBelow / replications;
      let squares = 0;
      for (let index = 0; index < replications; index += 1) {
        squares += (((above[index] ?? 0) - ratio * (below[index] ?? 0)) / meanBelow) ** 2;
      }
      return around(ratio, squares);
    },
  };
}
