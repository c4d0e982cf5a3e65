import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#core/base/calendar-day.ts';
import { bucketTreatments, censorStockOuts } from './censor-stock-outs.ts';
import { countStockOutDays } from './count-stock-out-days.ts';

const always = () => true;

describe('countStockOutDays', () => {
  it('counts open days and those without stock, each once', () => {
    const starts = Int32Array.of(0, 7, 14);
    expect(countStockOutDays(starts, [{ from: 5, to: 9 }], always)).toEqual({
      open: Float64Array.of(7, 7),
      out: Float64Array.of(2, 3),
    });
    const overlapping = [
      { from: -9, to: 1 },
      { from: 1, to: 2 },
      { from: 13, to: 99 },
      { from: 9, to: 8 },
      { from: -9, to: -2 },
    ];
    expect(countStockOutDays(starts, overlapping, always).out).toEqual(Float64Array.of(3, 1));
  });

  it('leaves out days on which the place is closed', () => {
    const isOpen = (day: number) => weekdayOf(day) < 5;
    // Day 4 is Monday 1970-01-05, so that days 9 and 10 are a week end.
    expect(countStockOutDays(Int32Array.of(4, 11), [{ from: 8, to: 10 }], isOpen)).toEqual({
      open: Float64Array.of(5),
      out: Float64Array.of(1),
    });
    expect(countStockOutDays(Int32Array.of(3), [], always).open).toEqual(new Float64Array());
  });
});

describe('censorStockOuts', () => {
  it('DEM-85 scales what was sold up to the open days, and knows nothing of a bucket that had nothing to sell', () => {
    const days = { open: Float64Array.of(5, 5), out: Float64Array.of(2, 4) };
    const { values, treatment } = censorStockOuts(Float64Array.of(6, 0), days);
    expect([[...values], [...treatment].map((code) => bucketTreatments[code])]).toEqual([
      [10, NaN],
      ['scaled', 'unknown'],
    ]);
  });

  it('DEM-85 doubles at most, in whole steps, and keeps a zero where there was stock on half of the days', () => {
    const days = { open: Float64Array.of(5, 5, 4, 5, 0), out: Float64Array.of(5, 1, 2, 0, 0) };
    expect([...censorStockOuts(Float64Array.of(30, 30, 0, 30, 0), days, 20).values]).toEqual([60, 40, 0, 30, 0]);
  });

  it('DEM-85 never lowers what was sold and never more than doubles it', () => {
    const bucket = fc.record({ value: fc.nat(1000), open: fc.nat(7), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(bucket), (buckets) => {
        const values = Float64Array.from(buckets, ({ value }) => value);
        const days = {
          open: Float64Array.from(buckets, ({ open }) => open),
          out: Float64Array.from(buckets, ({ open, share }) => Math.floor(open * share)),
        };
        censorStockOuts(values, days).values.forEach((censored, at) => {
          const sold = values[at] ?? 0;
          if (Number.isNaN(censored)) expect(sold).toBe(0);
          else expect([censored >= sold, censored <= 2 * sold]).toEqual([true, true]);
        });
      }),
    );
  });
});
