import { periodicFillRate, type PeriodicDemand } from './periodic-fill-rate.ts';
import { invariant } from '#core/base/invariant.ts';
import { findRoot } from '#core/statistics/find-root.ts';
import { inverseLoss } from '#core/statistics/inverse-loss.ts';

/**
 * The order-up-to level at which the share of demand delivered from stock is `target`, above 0 and below 1 (else a bug of
 * the caller). Between whole numbers for counts: round up. Source: as for `periodicFillRate`, backwards.
 *
 * @example orderUpToForFillRate({ untilNextArrival: normalDistribution(500, 30 * Math.sqrt(5)),
 *   untilArrival: normalDistribution(400, 60) }, 0.9326468696120211) ≈ 560
 */
export function orderUpToForFillRate(demand: PeriodicDemand, target: number): number {
  invariant(target > 0 && target < 1, 'a fill rate lies between 0 and 1');
  const { untilNextArrival, untilArrival } = demand;
  // Short at the begin of a cycle counts against the shortage, so that the level without it is enough.
  const highest = inverseLoss(untilNextArrival, (1 - target) * (untilNextArrival.mean - untilArrival.mean));
  let lowest = highest;
  let step = Math.max(Math.sqrt(untilNextArrival.variance), 1e-3 * untilNextArrival.mean);
  while (periodicFillRate(demand, lowest) > target && step < Infinity) {
    lowest -= step;
    step *= 2;
  }
  return findRoot((level) => periodicFillRate(demand, level) - target, lowest, highest);
}
