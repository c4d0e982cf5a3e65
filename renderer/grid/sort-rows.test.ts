import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows } from './sort-rows.ts';

function indices(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, index) => index);
}

describe('sorting rows', () => {
  it('GRD-3 puts the smallest first', () => {
    expect([...sortRows(Uint32Array.of(0, 1, 2), (row) => [3, 1, 2][row] ?? 0, 'ascending')]).toEqual([1, 2, 0]);
  });

  it('GRD-3 gives what a stable comparison gives, in both directions', () => {
    const key = fc.oneof(
      fc.integer({ min: -5, max: 5 }),
      fc.double({ noNaN: true }),
      fc.constantFrom(-0, 0, Infinity, -Infinity),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), fc.constantFrom('ascending', 'descending'), (keys, direction) => {
        const sign = direction === 'ascending' ? 1 : -1;
        const compare = (a: number, b: number): number => {
          const [left, right] = [sign * keys[a]!, sign * keys[b]!]; // indices of the list itself
          return left < right ? -1 : left > right ? 1 : 0;
        };
        const expected = [...indices(keys.length)].sort(compare);
        expect([...sortRows(indices(keys.length), (row) => keys[row]!, direction)]).toEqual(expected); // as above
      }),
    );
  });

  it('GRD-3 puts what has no value last, whichever way it sorts', () => {
    const keys = [NaN, 2, NaN, 1];
    expect([...sortRows(indices(4), (row) => keys[row]!, 'ascending')]).toEqual([3, 1, 0, 2]); // indices of the list
    expect([...sortRows(indices(4), (row) => keys[row]!, 'descending')]).toEqual([1, 3, 0, 2]); // as above
  });
});
