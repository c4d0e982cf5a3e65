import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { saleOf } from './testing/demand-line.ts';
import { readWholesalerLines, wholesalers } from './testing/wholesaler-lines.ts';
import { cleanseLines } from './cleanse-lines.ts';
import { findOutlierLines } from './find-outlier-lines.ts';
import { gatherLines, type DemandLine } from './gather-lines.ts';
import { sortedQuantile } from './sorted-quantile.ts';

const steady = Array.from({ length: 20 }, (_, day) => saleOf(10, day));
const all = () => true;

describe('findOutlierLines', () => {
  it('DEM-82 flags a line above 99.5 % of the lines and above eight medians', () => {
    expect(findOutlierLines(gatherLines([...steady, saleOf(500, 30)]), all)).toEqual([
      { line: 20, qty: 500, median: 10, limit: expect.closeTo(451, 9) as number }, // a matcher stands in for the number
    ]);
    expect(findOutlierLines(gatherLines([...steady, saleOf(80, 30)]), all)).toEqual([]);
    expect(findOutlierLines(gatherLines([...steady.slice(0, 8), saleOf(500, 30)]), all)).toEqual([]);
  });

  it('DEM-82 judges every place by itself, and only the lines asked for', () => {
    const lines = gatherLines([...steady, saleOf(500, 30), ...steady.map((one) => ({ ...one, qty: 500, place: 1 }))]);
    expect(findOutlierLines(lines, all).map((found) => found.line)).toEqual([20]);
    expect(findOutlierLines(lines, (at) => at !== 20)).toEqual([]);
  });

  it('DEM-82 flags one line in two hundred at most where sizes vary much', () => {
    const lumpy = Array.from({ length: 994 }, (_, at) => saleOf(2 ** (at % 10), at));
    const large = [9000, 8000, 7000, 6000, 5000, 4000].map((qty) => saleOf(qty, 0));
    const found = findOutlierLines(gatherLines([...lumpy, ...large]), all);
    expect(found.map(({ qty }) => qty)).toEqual([9000, 8000, 7000, 6000, 5000]);
  });

  it('takes quantiles as R does (Hyndman and Fan, definition 7)', () => {
    expect([sortedQuantile([1, 2, 4], 0.75), sortedQuantile([1, 2, 4], 1), sortedQuantile([], 0.5)]).toEqual([3, 4, NaN]);
  });

  it.each(wholesalers)('DEM-82 flags a spike put into every item of a wholesaler, and few lines besides (%s)', () => {
    const booked = readWholesalerLines(true).map(({ line }) => line);
    const largest = new Map<number, number>();
    const counts = new Map<number, number>();
    for (const { place, qty, stream } of booked) {
      if (stream !== 'sale') continue;
      largest.set(place, Math.max(qty, largest.get(place) ?? 0));
      counts.set(place, 1 + (counts.get(place) ?? 0));
    }
    const day = parseDay('2011-06-01');
    const spikes = [...largest]
      .filter(([place]) => (counts.get(place) ?? 0) >= 20)
      .map(([place, qty]): DemandLine => ({ place, day, qty: 10 * qty, stream: 'sale' }));
    const { outliers } = cleanseLines(gatherLines([...booked, ...spikes]));
    const found = outliers.filter(({ line }) => line >= booked.length).length;
    // Half a percent of the booked lines are as unusual by themselves, so that two flags of three are spikes.
    expect([found / spikes.length, found / outliers.length > 0.6, outliers.length - found < booked.length / 200]).toEqual([
      1,
      true,
      true,
    ]);
  });
});
