import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLinear } from './solve-linear.ts';

describe('solveLinear', () => {
  it('solves the worked example', () => {
    expect([...solveLinear(Float64Array.of(2, 0, 0, 4), Float64Array.of(2, 2))]).toEqual([1, 0.5]);
  });

  it('exchanges rows where the first pivot is 0', () => {
    expect([...solveLinear(Float64Array.of(0, 1, 1, 0), Float64Array.of(3, 7))]).toEqual([7, 3]);
  });

  it('gives 0 for an unknown that nothing says anything about', () => {
    expect([...solveLinear(Float64Array.of(0, 0, 0, 5), Float64Array.of(0, 10))]).toEqual([0, 2]);
  });

  it('fulfils the equations of any matrix with a strong diagonal', () => {
    const size = 4;
    const numbers = (count: number) =>
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(numbers(size * size), numbers(size), (entries, right) => {
        const matrix = Float64Array.from(entries, (entry, place) => entry + (place % (size + 1) === 0 ? 5 : 0));
        const unknowns = solveLinear(matrix, Float64Array.from(right));
        right.forEach((expected, row) => {
          const sum = unknowns.reduce((total, value, column) => total + value * (matrix[row * size + column] ?? 0), 0);
          expect(sum).toBeCloseTo(expected, 9);
        });
      }),
    );
  });
});
