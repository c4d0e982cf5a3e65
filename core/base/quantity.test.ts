import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatGrains, fromGrains, grainsPerStep, grainsPerUnit, roundUpTo, toGrains } from './quantity.ts';

describe('quantities in grains', () => {
  it('knows the scale of an item', () => {
    expect([grainsPerUnit(0), grainsPerUnit(2)]).toEqual([1000, 100_000]);
  });

  it('takes decimals as they are typed', () => {
    expect(toGrains(0.29, 2)).toBe(29_000);
    expect(toGrains(-0.29, 2)).toBe(-29_000);
    expect(fromGrains(29_000, 2)).toBe(0.29);
  });

  it('writes quantities without trailing zeros, exact to the grain', () => {
    expect([
      formatGrains(1_428_571, 0),
      formatGrains(200_000, 0),
      formatGrains(-500, 0),
      formatGrains(-12_000, 0),
      formatGrains(0, 2),
    ]).toEqual(['1428.571', '200', '-0.5', '-12', '0']);
  });

  it('rounds up to a multiple and never past an exact one', () => {
    expect(roundUpTo(201_000, 12_000)).toBe(204_000);
    expect(roundUpTo(200_000, grainsPerStep)).toBe(200_000);
    expect([roundUpTo(0, 12_000), roundUpTo(-5, 12_000)]).toEqual([0, 0]);
  });

  it('brings back every quantity with up to six decimals', () => {
    const quantity = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -1e9, max: 1e9 }));
    fc.assert(
      fc.property(quantity, ([decimals, steps]) => {
        const units = Number(`${steps}e-${decimals}`);
        expect(toGrains(units, decimals)).toBe(steps * grainsPerStep);
        expect(Number(formatGrains(toGrains(units, decimals), decimals))).toBe(units);
      }),
    );
  });

  it('rounds up to the least multiple at or above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 1e9 }), (grains, step) => {
        const rounded = roundUpTo(grains, step);
        return rounded % step === 0 && rounded >= grains && rounded - grains < step;
      }),
    );
  });
});
