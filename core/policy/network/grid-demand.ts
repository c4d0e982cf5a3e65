import type { Distribution } from '#core/statistics/distribution.ts';

/** Probabilities of the multiples first·step, (first + 1)·step, … */
export interface GridDemand {
  readonly first: number;
  readonly probabilities: Float64Array;
}

/** What lies beyond is too rare to move a cost. */
const tailShare = 1e-12;

/**
 * A distribution on a grid: each multiple of `step` takes what lies within half a step of it; its tails are cut where they
 * hold less than 1e-12. `step` in units, above 0; for whole demand a step of 1 changes nothing. Does not throw.
 * Source: Klugman, Panjer and Willmot, Loss Models, 4th ed., chapter 9 (mass dispersal).
 *
 * @example gridDemand(constantDistribution(3), 1) is { first: 3, probabilities: [1] }
 */
export function gridDemand(demand: Distribution, step: number): GridDemand {
  const first = Math.round(demand.quantile(tailShare) / step);
  const last = Math.round(demand.quantile(1 - tailShare) / step);
  const probabilities = new Float64Array(last - first + 1);
  let before = 0;
  for (let at = 0; at < probabilities.length; at += 1) {
    const upTo = first + at === last ? 1 : demand.cumulative((first + at + 0.5) * step);
    probabilities[at] = upTo - before;
    before = upTo;
  }
  return { first, probabilities };
}
