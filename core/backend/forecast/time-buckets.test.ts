import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '#core/base/calendar-day.ts';
import { bucketKinds, timeBuckets, type BucketKind } from './time-buckets.ts';

function firstDayOf(kind: BucketKind, date: string): string {
  const { numberOf, firstDay } = timeBuckets(kind);
  return formatDay(firstDay(numberOf(parseDay(date))));
}

describe('timeBuckets', () => {
  it('FCT-10 has days, weeks from Monday, and calendar months', () => {
    expect([firstDayOf('day', '2026-01-07'), firstDayOf('week', '2026-01-04'), firstDayOf('week', '2026-01-05')]).toEqual([
      '2026-01-07',
      '2025-12-29',
      '2026-01-05',
    ]);
    expect([firstDayOf('month', '2026-02-14'), firstDayOf('month', '2024-02-29'), firstDayOf('month', '2025-12-31')]).toEqual([
      '2026-02-01',
      '2024-02-01',
      '2025-12-01',
    ]);
  });

  it('FCT-10 numbers buckets without a gap, each day in the one that began last', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bucketKinds), fc.integer({ min: 0, max: 60_000 }), (kind, day) => {
        const { numberOf, firstDay } = timeBuckets(kind);
        const bucket = numberOf(day);
        expect([firstDay(bucket) <= day, firstDay(bucket + 1) > day, numberOf(firstDay(bucket + 1))]).toEqual([
          true,
          true,
          bucket + 1,
        ]);
      }),
    );
  });
});
