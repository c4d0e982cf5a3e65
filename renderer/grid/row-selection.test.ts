import { describe, expect, it } from 'vitest';
import { carryOver, emptySelection, extendTo, toggleAll, toggleRow } from './row-selection.ts';

const shown = Uint32Array.of(9, 4, 7, 2);

describe('selecting rows', () => {
  it('GRD-10 draws a range over what is shown, from where the selection began', () => {
    const down = extendTo(toggleRow(emptySelection, 4), shown, 2);
    expect([...down.rows]).toEqual([4, 7, 2]);
    expect([...extendTo(down, shown, 9).rows]).toEqual([9, 4]);
    expect([...extendTo(emptySelection, shown, 7).rows]).toEqual([7]);
  });

  it('GRD-10 takes all that is shown, then none', () => {
    const all = toggleAll(emptySelection, shown);
    expect([...all.rows]).toEqual([9, 4, 7, 2]);
    expect(toggleAll(all, shown).rows.size).toBe(0);
  });

  it('GRD-10 finds its rows again in a new plan', () => {
    const before = ['a', 'b', 'c'];
    const after = ['x', 'c', 'a'];
    const selection = { rows: new Set([1, 2]), anchorRow: 1 };
    const carried = carryOver(
      selection,
      (row) => before[row] ?? '',
      after.length,
      (row) => after[row] ?? '',
    );
    expect([...carried.rows]).toEqual([1]);
  });
});
