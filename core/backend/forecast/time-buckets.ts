import { formatDay, mondayOf, parseDay, type CalendarDay } from '#core/base/calendar-day.ts';

/** The lengths of time over which demand is summed. */
export const bucketKinds = ['day', 'week', 'month'] as const;

export type BucketKind = (typeof bucketKinds)[number];

/** The buckets of one kind, numbered without a gap. */
export interface TimeBuckets {
  /** Buckets per season: a week of days, a year of weeks or months. */
  readonly season: number;
  /** The mean length of a bucket. */
  readonly days: number;
  /** Buckets of history that are looked at: older ones say little and cost time. */
  readonly most: number;
  /** The number of the bucket in which a day lies. */
  numberOf(day: CalendarDay): number;
  /** The first day of a bucket: of weeks a Monday. */
  firstDay(bucket: number): CalendarDay;
}

/**
 * Buckets of a kind (FCT-10): calendar days, weeks that begin on Monday, calendar months. Does not throw for years 0 to 9999.
 *
 * @example timeBuckets('month').firstDay(timeBuckets('month').numberOf(parseDay('2026-02-14'))) === parseDay('2026-02-01')
 */
export function timeBuckets(kind: BucketKind): TimeBuckets {
  switch (kind) {
    case 'day':
      return { season: 7, days: 1, most: 730, numberOf: (day) => day, firstDay: (bucket) => bucket };
    case 'week':
      // Day 0 is a Thursday, so weeks are counted from the Monday before it.
      return {
        season: 52,
        days: 7,
        most: 260,
        numberOf: (day) => (mondayOf(day) + 3) / 7,
        firstDay: (bucket) => 7 * bucket - 3,
      };
    case 'month':
      return { season: 12, days: 365.25 / 12, most: 120, numberOf: monthOf, firstDay: firstDayOfMonth };
  }
}

function monthOf(day: CalendarDay): number {
  const text = formatDay(day);
  return 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7)) - 1;
}

function firstDayOfMonth(month: number): CalendarDay {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return parseDay(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}
