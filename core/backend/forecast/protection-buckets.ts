import { calendarLeadDays } from '#core/frame/calendar-lead-days.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/**
 * Lead time and review of the first lane of a node in whole buckets of `days` days, at least one; one where the node is `notSet`
 * or has no lane (FCT-12). Does not throw.
 *
 * @example a lead time of 10 days and a review of 7 are 3 weeks
 */
export function protectionBuckets(frame: Frame, node: number, days: number): number {
  const lane = frame.laneStart[node];
  if (lane === undefined || lane === frame.laneStart[node + 1]) return 1;
  const covered = calendarLeadDays(frame, node, lane) + (frame.laneReviewDays[lane] ?? 0);
  return Math.max(1, Math.ceil(covered / days));
}
