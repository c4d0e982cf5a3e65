import { describe, expect, it } from 'vitest';
import { allocateColumns, openColumns } from './columns.ts';
import { packTexts, textAt } from './text-columns.ts';

const layout = { flag: 'u8', day: 'i32', qty: 'f64' } as const;

describe('columns in one buffer', () => {
  it.each([false, true])('FRM-1 are read back as they were written (shared memory: %s)', (shared) => {
    const { buffer, views } = allocateColumns(layout, { flag: 3, day: 1, qty: 2 }, { note: 'ä' }, { shared });
    views.flag.set([1, 0, 1]);
    views.qty.set([0.5, -2]);
    const opened = openColumns<typeof layout>(buffer);
    expect(opened.meta).toEqual({ note: 'ä' });
    expect([[...opened.views.flag], [...opened.views.day], [...opened.views.qty]]).toEqual([[1, 0, 1], [0], [0.5, -2]]);
  });

  it('FRM-2 start at 8-byte borders, whatever lies before them', () => {
    const { views } = allocateColumns(layout, { flag: 3, day: 1, qty: 2 }, 'any');
    expect([views.flag, views.day, views.qty].map((view) => view.byteOffset % 8)).toEqual([0, 0, 0]);
  });

  it('FRM-3 refuse bytes that are something else', () => {
    expect(() => openColumns(new ArrayBuffer(64))).toThrow('not a column buffer');
  });

  it('FRM-4 hold texts of any script, empty ones too', () => {
    const texts = ['a', '', 'Größe 42', '軸受'];
    const packed = packTexts(texts);
    expect(texts.map((_, index) => textAt(packed, index))).toEqual(texts);
    expect(textAt(packed, 99)).toBe('');
    expect([...packTexts(['a', 'bc']).ends]).toEqual([1, 3]);
  });
});
