import { invariant } from '#core/base/invariant.ts';
import type { Distribution } from '#core/statistics/distribution.ts';

/** A reorder point and what it gives, which is more than was asked for where demand is whole. */
export interface CycleServicePoint {
  readonly reorderPoint: number;
  /** P(no shortage in an order cycle). */
  readonly cycleService: number;
  /** Units short at the end of an order cycle, on average. */
  readonly expectedShort: number;
}

/**
 * The least reorder point with which an order cycle passes without shortage with the probability `target`, above 0 and below
 * 1 (else a bug of the caller). `demand`: over lead time, and review where there is one; of any family, so also Poisson,
 * negative binomial or mixed over lead times. Source: Silver, Pyke and Thomas, 4th ed., section 6; Syntetos and Boylan 2021.
 *
 * @example reorderPointForCycleService(negativeBinomialDistribution(4, 12), 0.95).reorderPoint === 11
 */
export function reorderPointForCycleService(demand: Distribution, target: number): CycleServicePoint {
  invariant(target > 0 && target < 1, 'a cycle service lies between 0 and 1');
  const reorderPoint = demand.quantile(target);
  return { reorderPoint, cycleService: demand.cumulative(reorderPoint), expectedShort: demand.loss(reorderPoint) };
}
