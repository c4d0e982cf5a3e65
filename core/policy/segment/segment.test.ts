import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { coefficientOfVariation } from './coefficient-of-variation.ts';
import { valueClasses } from './value-classes.ts';
import { variationClasses } from './variation-classes.ts';

describe('published classes', () => {
  const abc = publishedCases<
    { readonly values: readonly number[]; readonly cuts: readonly number[] },
    { readonly class: readonly string[]; readonly cumulative_share: readonly number[] }
  >('abc-');
  testPublished('POL-36 $id ($source)', abc, ({ inputs, expected, tolerance }) => {
    const found = valueClasses(inputs.values, inputs.cuts);
    expect([...found.classes].map((at) => 'ABC'[at])).toEqual(expected.class);
    expected.cumulative_share.forEach((share, item) => {
      expectNear(found.cumulativeShares[item], share, tolerance);
    });
  });

  const xyz = publishedCases<
    { readonly series: Readonly<Record<string, readonly number[]>>; readonly cuts: readonly number[] },
    { readonly cv: Readonly<Record<string, number>>; readonly class: Readonly<Record<string, string>> }
  >('xyz-');
  testPublished('POL-37 $id ($source)', xyz, ({ inputs, expected, tolerance }) => {
    for (const [name, series] of Object.entries(inputs.series)) {
      const variation = coefficientOfVariation(series);
      const wanted = expected.cv[name] ?? NaN;
      expectNear(variation, wanted, tolerance);
      expect('XYZ'[variationClasses([variation], inputs.cuts)[0] ?? NaN]).toBe(expected.class[name]);
    }
  });
});

describe('classes', () => {
  it('POL-36 put the item that crosses a cut into the class it crosses, and what has no value into the last', () => {
    expect([...valueClasses([70, 20, 10], [0.8, 0.95]).classes]).toEqual([0, 0, 1]);
    const found = valueClasses([0, 10, NaN, 90, -5], [0.8, 0.95]);
    expect([...found.classes]).toEqual([2, 1, 2, 0, 2]);
    expect([...found.cumulativeShares]).toEqual([1, 1, 1, 0.9, 1]);
    // 0.7 + 0.1 falls short of 0.8 in doubles: the third item is B all the same.
    expect([...valueClasses([0.7, 0.1, 0.1, 0.1], [0.8, 0.95]).classes]).toEqual([0, 0, 1, 1]);
    expect([...valueClasses([0, 0], [0.8]).cumulativeShares]).toEqual([0, 0]);
  });

  it('POL-37 count the cut itself to the steadier class, and a series without demand to the last', () => {
    expect([...variationClasses([0.03, 0.5, 0.6, 2.3, NaN], [0.5, 1])]).toEqual([0, 0, 1, 2, 2]);
    expect(coefficientOfVariation([10, 12, 9, 20, 11, 10])).toBeCloseTo(0.3374743, 7);
    expect([[0, 0, 0], [4], []].map(coefficientOfVariation)).toEqual([Infinity, Infinity, Infinity]);
  });
});

describe('classes of any items', () => {
  it('POL-36 never put a dearer item into a lower class, and leave the last share at 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
        const { classes, cumulativeShares } = valueClasses(values, [0.8, 0.95]);
        for (const [left, value] of values.entries()) {
          values.forEach((other, right) => {
            if (value > other) expect(classes[left]!).toBeLessThanOrEqual(classes[right]!);
          });
        }
        if (values.some((value) => value > 0)) expect(Math.max(...cumulativeShares)).toBe(1);
      }),
    );
  });
});
