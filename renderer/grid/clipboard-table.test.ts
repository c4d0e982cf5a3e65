import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboardTable, writeClipboardTable } from './clipboard-table.ts';

describe('the clipboard', () => {
  it('GRD-9 is read as spreadsheets write it', () => {
    expect(readClipboardTable('12\t"a ""b"""\r\n13\tc\r\n')).toEqual([
      ['12', 'a "b"'],
      ['13', 'c'],
    ]);
    expect(readClipboardTable('1\n2\r3')).toEqual([['1'], ['2'], ['3']]);
    expect(readClipboardTable('1\t')).toEqual([['1', '']]);
    expect(readClipboardTable('')).toEqual([]);
  });

  it('GRD-9 gives back every table that was copied', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '\t', '\n', '\r', '"', ' ', 'ä') });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(readClipboardTable(writeClipboardTable(rows))).toEqual(rows);
      }),
    );
  });

  it('GRD-9 is read without throwing, whatever it holds', () => {
    fc.assert(fc.property(fc.string(), (text) => void readClipboardTable(text)));
  });
});
