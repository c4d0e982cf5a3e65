import type { CalendarDay } from '#core/base/calendar-day.ts';

/** One time at which an event holds: a promotion, a fair, a price that goes up tomorrow. */
export interface EventTime {
  readonly firstDay: CalendarDay;
  /** Calendar days, at least 1. */
  readonly days: number;
}

/**
 * The share of each bucket, 0 to 1, on whose days one of the times holds; a day that several name counts once. `starts` are the first
 * days of the buckets and, last, the end of the last one. O(buckets × times), does not throw.
 * Source: DEM-86.
 *
 * @example eventShares(Int32Array.of(0, 7, 14), [{ firstDay: 5, days: 9 }]) ≈ [0.286, 1]
 */
export function eventShares(starts: Int32Array, times: readonly EventTime[]): Float64Array {
  const sorted = [...times].sort((a, b) => a.firstDay - b.firstDay);
  const shares = new Float64Array(Math.max(0, starts.length - 1));
  for (let bucket = 0; bucket < shares.length; bucket += 1) {
    const first = starts[bucket] ?? 0;
    const end = starts[bucket + 1] ?? first;
    let counted = first;
    let days = 0;
    for (const time of sorted) {
      const until = Math.min(end, time.firstDay + time.days);
      if (until <= Math.max(counted, time.firstDay)) continue;
      days += until - Math.max(counted, time.firstDay);
      counted = until;
    }
    shares[bucket] = days / (end - first);
  }
  return shares;
}
