import type { Distribution } from '#core/statistics/distribution.ts';

/** Demand a periodic review must be prepared for, from one order to the arrival of the next. */
export interface PeriodicDemand {
  /** Over review and lead time. */
  readonly untilNextArrival: Distribution;
  /** Over the lead time alone. */
  readonly untilArrival: Distribution;
}

/**
 * Share of demand delivered from stock when every review orders up to `orderUpTo` and what is short waits:
 * 1 - (E[short at the end of the cycle] - E[short at its begin]) ÷ E[demand of a review]. The mean of the longer demand
 * must be above that of the shorter. Does not throw. Exact for independent demand of lead time and review.
 * Source: Silver and Bischak 2011, Omega 39; Johnson, Lee, Davis and Hall 1995, IIE Transactions 27.
 *
 * @example periodicFillRate({ untilNextArrival: normalDistribution(500, 30 * Math.sqrt(5)),
 *   untilArrival: normalDistribution(400, 60) }, 560) ≈ 0.93265
 */
export function periodicFillRate(demand: PeriodicDemand, orderUpTo: number): number {
  const { untilNextArrival, untilArrival } = demand;
  const short = untilNextArrival.loss(orderUpTo) - untilArrival.loss(orderUpTo);
  return 1 - short / (untilNextArrival.mean - untilArrival.mean);
}
