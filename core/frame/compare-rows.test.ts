import { describe, expect, it } from 'vitest';
import { compareRows } from './compare-rows.ts';

describe('compareRows', () => {
  it('FRM-5 puts empty cells first, numbers by size, texts by code units', () => {
    const rows = [{ a: 10 }, { a: 'b' }, { a: null }, { a: 9 }, { a: 'B' }];
    const numbers = rows.filter((row) => typeof row.a !== 'string').sort(compareRows(['a']));
    const texts = rows.filter((row) => typeof row.a !== 'number').sort(compareRows(['a']));
    expect([numbers, texts]).toEqual([
      [{ a: null }, { a: 9 }, { a: 10 }],
      [{ a: null }, { a: 'B' }, { a: 'b' }],
    ]);
    expect(compareRows<{ a: number | null }>(['a'])({ a: null }, { a: 0 })).toBe(-1);
  });
});
