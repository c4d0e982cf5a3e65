import type { CalendarDay } from '#core/base/calendar-day.ts';

/** Days on which a place had nothing to sell, both ends included. */
export interface StockOut {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Days per bucket. */
export interface BucketDays {
  /** Days on which the place is open. */
  readonly open: Float64Array;
  /** Those of them on which there was nothing to sell. */
  readonly out: Float64Array;
}

/**
 * Counts, per bucket of `starts`, the days on which a place is open and those of them that lie in a stock-out; a day that
 * several stock-outs name counts once. O(days + days out), does not throw.
 * Source: DEM-85.
 *
 * @example countStockOutDays(Int32Array.of(0, 7), [{ from: 5, to: 9 }], () => true) is { open: [7], out: [2] }
 */
export function countStockOutDays(
  starts: Int32Array,
  stockOuts: readonly StockOut[],
  isOpen: (day: CalendarDay) => boolean,
): BucketDays {
  const buckets = Math.max(0, starts.length - 1);
  const first = starts[0] ?? 0;
  const end = starts[buckets] ?? first;
  const isOut = new Uint8Array(end - first);
  for (const { from, to } of stockOuts) {
    if (to >= from) isOut.fill(1, Math.max(0, from - first), Math.max(0, to + 1 - first));
  }
  const open = new Float64Array(buckets);
  const out = new Float64Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    for (let day = starts[bucket] ?? 0; day < (starts[bucket + 1] ?? 0); day += 1) {
      if (!isOpen(day)) continue;
      open[bucket] = (open[bucket] ?? 0) + 1;
      out[bucket] = (out[bucket] ?? 0) + (isOut[day - first] ?? 0);
    }
  }
  return { open, out };
}
