import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { movementRatio } from './movement-ratio.ts';
import { spreadValue } from './spread-value.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** Changes from week to week of series side by side, as `movementRatio` takes them. */
function movesOf(series: readonly (readonly number[])[]) {
  const weeks = Array.from({ length: (series[0]?.length ?? 1) - 1 }, (_, week) => week);
  const changes = weeks.map((week) => series.map((values) => (values[week + 1] ?? 0) - (values[week] ?? 0)));
  return [changes.map(sum), changes.map((each) => sum(each.map((change) => change * change)))] as const;
}

describe('movementRatio', () => {
  const random = createRandom(7);
  const noise = (length: number) => Array.from({ length }, () => random.next() - 0.5);

  it('DEM-107 is the number of parts where all move alike, and 1 where they offset each other', () => {
    const one = noise(52);
    expect(movementRatio(...movesOf([one, one, one, one]))).toBeCloseTo(4, 12);
    expect(movementRatio(...movesOf([one, one.map((value) => -value)]))).toBe(1);
    const alike = Array.from({ length: 20 }, (_, week) => (week % 2 === 0 ? 2 : -2));
    expect(
      movementRatio(
        alike,
        alike.map(() => 2),
      ),
    ).toBe(2);
  });

  it('DEM-107 is about 1 for parts that move by themselves, and 1 + (n - 1) r for a correlation of r', () => {
    const parts = Array.from({ length: 40 }, () => noise(2000));
    expect(movementRatio(...movesOf(parts))).toBeLessThan(1.2);
    const common = noise(2000);
    const mixed = parts.map((part) => part.map((value, week) => value + (common[week] ?? 0) / 2));
    // A quarter of the variance over five quarters: r = 0.2.
    expect(Math.abs(movementRatio(...movesOf(mixed)) / (1 + 39 * 0.2) - 1)).toBeLessThan(0.2);
  });

  it('DEM-107 leaves out weeks without change, and says nothing of fewer than 13', () => {
    expect(movementRatio(new Float64Array(52), new Float64Array(52))).toBe(1);
    expect(movementRatio(new Float64Array(12).fill(9), new Float64Array(12).fill(1))).toBe(1);
    expect(movementRatio(new Float64Array(13).fill(9), new Float64Array(13).fill(1))).toBe(81);
  });
});

describe('spreadValue', () => {
  it('DEM-108 spreads money in proportion, in whole steps, and says what is left', () => {
    expect(spreadValue({ total: 100, parts: [5, 5], stepValues: [3, 7] })).toEqual({ parts: Float64Array.of(10, 10), rest: 0 });
    // Shares are 6.67 and 6.67 of 10 money: 60 and 60; 13 left buy one more for the first.
    expect(spreadValue({ total: 133, parts: [2, 2], stepValues: [10, 10] })).toEqual({
      parts: Float64Array.of(7, 6),
      rest: 3,
    });
    // Shares are 0.6 of a step each: after one of 10 money 58 are left, and one of 100 comes nearer than none.
    expect(spreadValue({ total: 68, parts: [1, 1], stepValues: [10, 100] })).toEqual({
      parts: Float64Array.of(1, 1),
      rest: -42,
    });
  });

  it('DEM-108 leaves alone what is worth nothing, and takes the history where nothing was expected', () => {
    expect(spreadValue({ total: 12, parts: [3, 4], stepValues: [0, 2] })).toEqual({ parts: Float64Array.of(3, 6), rest: 0 });
    expect([...spreadValue({ total: 8, parts: [0, 0], stepValues: [2, 2], fallback: [1, 3] }).parts]).toEqual([1, 3]);
    expect([...spreadValue({ total: 8, parts: [0, 0], stepValues: [2, 4] }).parts]).toEqual([2, 1]);
    expect(spreadValue({ total: 8, parts: [5], stepValues: [0] })).toEqual({ parts: Float64Array.of(5), rest: 8 });
    expect([...spreadValue({ total: 0, parts: [5, 6], stepValues: [1, 2] }).parts]).toEqual([0, 0]);
  });

  it('DEM-108 gives every cent to a part or to the rest, within half of the cheapest step', () => {
    const part = fc.record({ cents: fc.integer({ min: 1, max: 99_999 }), steps: fc.integer({ min: 0, max: 1000 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.array(part, { minLength: 1, maxLength: 40 }), (cents, given) => {
        const stepValues = given.map((each) => each.cents / 100);
        const { parts, rest } = spreadValue({ total: cents / 100, parts: given.map(({ steps }) => steps), stepValues });
        const placed = given.reduce((total, each, at) => total + BigInt(parts[at] ?? 0) * BigInt(each.cents), 0n);
        expect(Number(placed) + Math.round(rest * 100)).toBe(cents);
        const taking = given.filter(({ steps }) => steps > 0 || given.every((each) => each.steps === 0));
        expect(Math.abs(rest)).toBeLessThanOrEqual(Math.max(...taking.map((each) => each.cents)) / 200 + 1e-6);
        const worth = sum(given.map((each) => each.steps * each.cents));
        given.forEach((each, at) => {
          const share = worth > 0 ? (cents * each.steps) / worth : cents / given.length / each.cents;
          expect(Math.abs((parts[at] ?? 0) - share)).toBeLessThanOrEqual(1 + 1e-5);
        });
      }),
    );
  });
});
