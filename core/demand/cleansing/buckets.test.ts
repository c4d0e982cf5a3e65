import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { bucketDemand } from './bucket-demand.ts';
import { cleanseLines } from './cleanse-lines.ts';
import { gatherLines } from './gather-lines.ts';
import { returnOf, saleOf } from './testing/demand-line.ts';
import { bucketOf, bucketStart, bucketStarts, type BucketKind } from './time-buckets.ts';

function startsOf(kind: BucketKind, ...days: readonly string[]): number[] {
  return days.map((day) => bucketStart(kind, parseDay(day)));
}

describe('buckets', () => {
  it('DEM-84 begin weeks on Monday, months on their first day, days on themselves', () => {
    const days = ['2026-01-05', '2026-01-11', '2026-01-31', '2024-02-29'] as const;
    expect(startsOf('week', ...days)).toEqual(['2026-01-05', '2026-01-05', '2026-01-26', '2024-02-26'].map(parseDay));
    expect(startsOf('month', ...days)).toEqual(['2026-01-01', '2026-01-01', '2026-01-01', '2024-02-01'].map(parseDay));
    expect(bucketStart('day', 7)).toBe(7);
    expect([...bucketStarts('week', parseDay('2026-01-07'), parseDay('2026-01-13'))]).toEqual(
      ['2026-01-05', '2026-01-12', '2026-01-19'].map(parseDay),
    );
    expect([...bucketStarts('month', parseDay('2026-01-31'), parseDay('2026-03-02'))]).toEqual(
      ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map(parseDay),
    );
    expect(bucketStarts('month', parseDay('2026-01-01'), parseDay('2029-01-01')).length).toBe(37);
    expect([...bucketStarts('day', 3, 5)]).toEqual([3, 4, 5]);
    expect([...bucketStarts('week', 6, 6)]).toEqual([4]);
  });

  it('DEM-84 hold the days from their start to before the next', () => {
    const starts = Int32Array.of(0, 7, 14);
    const places = [-1, 0, 6.9, 7, 13, 14, NaN].map((day) => bucketOf(starts, day));
    expect(places).toEqual([undefined, 0, 0, 1, 1, undefined, undefined]);
    expect(bucketOf(Int32Array.of(5), 5)).toBeUndefined();
  });

  it('DEM-84 add up by place, and by channel and stream where they are told apart', () => {
    const lines = gatherLines([
      saleOf(3, 0, { channel: 'web' }),
      saleOf(4, 4, { channel: 'counter' }),
      saleOf(5, 8, { channel: 'web', stream: 'consumption' }),
      saleOf(6, 8, { place: 2 }),
      returnOf(1, 9, { customer: null }),
      saleOf(9, 99),
    ]);
    const cleansed = cleanseLines(lines);
    const starts = Int32Array.of(0, 7, 14);
    const all = { channel: undefined, stream: undefined };
    expect(bucketDemand(lines, cleansed, starts)).toEqual([
      { place: 0, ...all, values: Float64Array.of(7, 5) },
      { place: 2, ...all, values: Float64Array.of(0, 6) },
    ]);
    expect(bucketDemand(lines, cleansed, starts, { treatment: 'returned' })).toEqual([
      { place: 0, ...all, values: Float64Array.of(0, 1) },
    ]);
    expect(bucketDemand(lines, cleansed, starts, { byChannel: true, byStream: true })).toEqual([
      { place: 0, channel: 'counter', stream: 'sale', values: Float64Array.of(4, 0) },
      { place: 0, channel: 'web', stream: 'sale', values: Float64Array.of(3, 0) },
      { place: 0, channel: 'web', stream: 'consumption', values: Float64Array.of(0, 5) },
      { place: 2, channel: null, stream: 'sale', values: Float64Array.of(0, 6) },
    ]);
  });
});
