import type { Frame } from '#core/frame/frame-layout.ts';
import { pastDemand } from './past-demand.ts';

/** Weeks compared, and how far they lie apart: the same season a year ago. */
const comparedWeeks = 13;
const yearWeeks = 52;
const leastKnownWeeks = 8;
/** A difference between weeks that never vary has no measure; nothing is surer than this. */
const mostDeviations = 99;

/** Weekly demand of the last quarter beside that of a year before, in stock units. */
export interface DemandDrift {
  readonly before: number;
  readonly now: number;
  /** The difference in its standard errors, at most 99 either way. */
  readonly deviations: number;
  readonly weeks: number;
}

/**
 * By how much the demand of a node has moved since a year ago (POL-65): the mean of the last 13 weeks against the 13 weeks a year
 * before, so that seasons do not count. Undefined with less than 65 weeks of history, or where fewer than 8 weeks of either
 * are known. O(1), does not throw.
 * Source: Welch 1938, Biometrika 29, for the standard error of the difference.
 *
 * @example const historyQty = Float32Array.from({ length: 65 }, (_,
 *   week) => (week < 52 ? 10000 : 14000) + 1000 * (week % 3 - 1));
 *   demandDrift({ meta: { historyWeeks: 65 }, historyQty, nodeItem: [0], itemDecimals: [0] }, 0) ≈ { before: 9.92308, now: 14,
 *   deviations: 12.3781, weeks: 26 }
 */
export function demandDrift(frame: Frame, node: number): DemandDrift | undefined {
  const { historyWeeks } = frame.meta;
  if (historyWeeks < yearWeeks + comparedWeeks) return undefined;
  const past = pastDemand(frame, node, historyWeeks - yearWeeks - comparedWeeks, historyWeeks - yearWeeks);
  const last = pastDemand(frame, node, historyWeeks - comparedWeeks, historyWeeks);
  if (Math.min(past.weeks, last.weeks) < leastKnownWeeks) return undefined;
  const error = Math.sqrt(past.variance / past.weeks + last.variance / last.weeks);
  const difference = last.mean - past.mean;
  const deviations = difference === 0 ? 0 : Math.max(-mostDeviations, Math.min(mostDeviations, difference / error));
  return { before: past.mean, now: last.mean, deviations, weeks: past.weeks + last.weeks };
}
