import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareSeries } from './prepare-series.ts';

const prepared = (...values: readonly number[]) => [...prepareSeries(Float64Array.from(values))];

describe('prepareSeries', () => {
  it('gives [4, 5, 6] for [0, 4, unknown, 6]', () => {
    expect(prepared(0, 4, NaN, 6)).toEqual([4, 5, 6]);
  });

  it('DEM-7 begins with the first demand, and counts more returns than sales as no demand', () => {
    expect(prepared(0, NaN, -3, 5, -2, 0)).toEqual([5, 0, 0]);
    expect([prepared(), prepared(0, -1, NaN)]).toEqual([[], []]);
  });

  it('DEM-8 takes the mean of up to four known periods on each side of an unknown one', () => {
    expect(prepared(90, 1, 1, 1, 1, NaN, 2, 2, 2, 2, 90)[5]).toBe(1.5);
    expect(prepared(8, NaN, NaN, -6, 4)).toEqual([8, 4, 4, 0, 4]);
    expect(prepared(3, 5, NaN)).toEqual([3, 5, 4]);
  });

  it('DEM-8 leaves known periods as they are and nothing unknown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constant(NaN)), { maxLength: 40 }), (values) => {
        const result = prepared(...values);
        const known = values.slice(values.length - result.length);
        result.forEach((value, period) => {
          const given = known[period] ?? NaN;
          expect(Number.isNaN(given) ? value >= 0 : value === Math.max(0, given)).toBe(true);
        });
      }),
    );
  });
});
