import { formatDay, mondayOf, parseDay, type CalendarDay } from '#core/base/calendar-day.ts';

/** How days are brought together: days, weeks from Monday on as in ISO 8601, or calendar months. */
export type BucketKind = 'day' | 'week' | 'month';

/**
 * The first day of the bucket a day lies in. Years 0 to 9999; does not throw.
 * Source: ISO 8601 (weeks begin on Monday).
 *
 * @example bucketStart('month', parseDay('2026-02-17')) === parseDay('2026-02-01')
 */
export function bucketStart(kind: BucketKind, day: CalendarDay): CalendarDay {
  switch (kind) {
    case 'day':
      return day;
    case 'week':
      return mondayOf(day);
    case 'month':
      return parseDay(`${formatDay(day).slice(0, 8)}01`);
  }
}

/**
 * The first days of the buckets that hold the days from `from` to before `end`, and as the last element the day on which
 * the last bucket ends (rule DEM-84). Days without a bucket give one element. Does not throw.
 *
 * @example bucketStarts('week', parseDay('2026-01-07'), parseDay('2026-01-13')) is ['2026-01-05', '2026-01-12',
 *   '2026-01-19'].map(parseDay)
 */
export function bucketStarts(kind: BucketKind, from: CalendarDay, end: CalendarDay): Int32Array {
  const starts = [bucketStart(kind, from)];
  for (let start = starts[0] ?? from; from < end && start < end;) {
    start = kind === 'day' ? start + 1 : kind === 'week' ? start + 7 : bucketStart('month', start + 31);
    starts.push(start);
  }
  return Int32Array.from(starts);
}

/**
 * The bucket a day lies in, as a position in `starts`, or undefined outside of them. O(log n), does not throw.
 * Source: DEM-84.
 *
 * @example bucketOf(Int32Array.of(0, 7, 14), 7) === 1
 */
export function bucketOf(starts: Int32Array, day: number): number | undefined {
  let low = 0;
  let high = starts.length - 1;
  if (!(day >= (starts[low] ?? Infinity)) || !(day < (starts[high] ?? -Infinity))) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= day) low = middle;
    else high = middle;
  }
  return low;
}
