import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRows, filterRows } from './filter-rows.ts';

describe('filtering rows', () => {
  it('GRD-4 keeps what passes every test, in the order given', () => {
    const tests = [(row: number) => row > 5, (row: number) => row !== 7];
    expect([...filterRows(Uint32Array.of(8, 5, 7, 6), tests)]).toEqual([8, 6]);
  });

  it('GRD-4 gives what a filter of a list gives', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.array(fc.integer({ min: 2, max: 7 }), { maxLength: 3 }), (count, divisors) => {
        const tests = divisors.map((divisor) => (row: number) => row % divisor !== 0);
        const expected = [...allRows(count)].filter((row) => tests.every((test) => test(row)));
        expect([...filterRows(allRows(count), tests)]).toEqual(expected);
      }),
    );
  });
});
