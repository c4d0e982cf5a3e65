import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimise } from './minimise.ts';

const open = { lower: [-Infinity, -Infinity], upper: [Infinity, Infinity] };
const rosenbrock = ([x = 0, y = 0]: Iterable<number>) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;

describe('minimise', () => {
  it('STA-12 finds the end of the curved valley of Rosenbrock (1960) from (-1.2, 1)', () => {
    const found = minimise(rosenbrock, { ...open, start: [-1.2, 1], tolerance: 1e-14, maxEvaluations: 2000 });
    expect(found.value).toBeLessThan(1e-12);
    expect(Array.from(found.point, (value) => Math.round(value * 1e5) / 1e5)).toEqual([1, 1]);
  });

  it('STA-12 stops at the side of the box where the minimum lies outside', () => {
    const bowl = ([x = 0, y = 0]: Iterable<number>) => (x - 1) ** 2 + (y - 2) ** 2;
    const found = minimise(bowl, { start: [0, 0], lower: [0, 0], upper: [5, 1.5] });
    expect(found.point[0]).toBeCloseTo(1, 4);
    expect(found.point[1]).toBe(1.5);
    expect(found.value).toBeCloseTo(0.25, 8);
  });

  it('does not stop where two points lie on either side of the valley', () => {
    const found = minimise(([x = 0]) => (x - 1) ** 2, { start: [0], lower: [-10], upper: [10] });
    expect(found.point[0]).toBeCloseTo(1, 4);
  });

  it('walks around points without a value', () => {
    const found = minimise(([x = 0]) => (x < 1 ? NaN : x), { start: [4], lower: [-5], upper: [5] });
    expect(found.point[0]).toBeGreaterThanOrEqual(1);
    expect(found.value).toBeLessThan(1.001);
  });

  it('ends with its evaluations, and gives the start where there is nothing to vary', () => {
    expect(minimise(rosenbrock, { ...open, start: [-1.2, 1], maxEvaluations: 20 }).evaluations).toBeLessThanOrEqual(23);
    expect(minimise(() => 7, { start: [], lower: [], upper: [] })).toMatchObject({ value: 7 });
  });

  it('STA-12 never leaves the box, never ends above the start, and takes the same way twice', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(number, number), fc.tuple(number, number), (corner, start) => {
        const lower = corner.map((value) => value - 0.5);
        const upper = corner.map((value) => value + 0.5);
        const seen: number[][] = [];
        const objective = (point: Float64Array) => {
          seen.push(Array.from(point));
          return rosenbrock(point);
        };
        const found = minimise(objective, { start, lower, upper });
        for (const point of seen) {
          point.forEach((value, index) => {
            expect(value).toBeGreaterThanOrEqual(lower[index] ?? NaN);
            expect(value).toBeLessThanOrEqual(upper[index] ?? NaN);
          });
        }
        expect(found.value).toBeLessThanOrEqual(rosenbrock(seen[0] ?? []));
        expect(found.value).toBe(rosenbrock(found.point));
        expect(minimise(rosenbrock, { start, lower, upper })).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });
});
