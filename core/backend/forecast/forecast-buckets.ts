import type { CalendarDay } from '#core/base/calendar-day.ts';
import { bucketStart, bucketStarts, type BucketKind } from '#core/demand/cleansing/time-buckets.ts';

/** The buckets of a forecast: those of the history, and those to come. */
export interface ForecastBuckets {
  readonly kind: BucketKind;
  /** Buckets per season: a week of days, a year of weeks or months. */
  readonly season: number;
  /** The mean length of a bucket in days. */
  readonly days: number;
  /** First days of the buckets of history, and as the last element that of the bucket of the plan day. */
  readonly history: Int32Array;
  /** First days of the buckets to forecast, the first being that of the plan day. */
  readonly horizon: Int32Array;
}

/** Buckets of history that are looked at: two years of days, five of weeks, ten of months. Older ones say little and cost time. */
const kinds = {
  day: { season: 7, days: 1, most: 730 },
  week: { season: 52, days: 7, most: 260 },
  month: { season: 12, days: 365.25 / 12, most: 120 },
} as const;

/** The kinds of buckets by name. */
export const bucketKinds = ['day', 'week', 'month'] as const satisfies readonly BucketKind[];

/**
 * The buckets of `kind` around a plan day, `horizon` of them to come (FCT-10). Does not throw.
 *
 * @example forecastBuckets('week', parseDay('2026-01-07'), 2).horizon is Monday 5 and Monday 12 January
 */
export function forecastBuckets(kind: BucketKind, planDay: CalendarDay, horizon: number): ForecastBuckets {
  const { season, days, most } = kinds[kind];
  const running = bucketStart(kind, planDay);
  let first = running;
  for (let bucket = 0; bucket < most; bucket += 1) first = bucketStart(kind, first - 1);
  // No bucket is longer than 31 days.
  const end = running + (kind === 'month' ? 31 : days) * horizon;
  return {
    kind,
    season,
    days,
    history: bucketStarts(kind, first, running),
    horizon: bucketStarts(kind, running, end).slice(0, horizon),
  };
}
