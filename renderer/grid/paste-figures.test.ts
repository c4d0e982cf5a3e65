import { describe, expect, it } from 'vitest';
import { copyRows } from './copy-rows.ts';
import type { GridColumn } from './grid-column.ts';
import { figureSignsOf } from './parse-figure.ts';
import { pasteFigures } from './paste-figures.ts';

const qty: GridColumn = {
  id: 'qty',
  header: 'Quantity',
  unit: 'pcs',
  widthPx: 80,
  isFigure: true,
  textAt: (row) => `${row},000`,
  orderAt: (row) => row,
  figureAt: (row) => row * 1000.5,
  edit: {
    canEditAt: (row) => row !== 7,
    fieldNameAt: String,
    limitsAt: () => ({ decimals: 1, min: 0, max: 1e6 }),
  },
};
const name: GridColumn = {
  id: 'name',
  header: 'Name',
  widthPx: 80,
  isFigure: false,
  textAt: (row) => `item ${row}`,
  orderAt: (row) => row,
};
const rows = Uint32Array.of(5, 6, 7, 8);
const english = figureSignsOf('en');

describe('copy and paste', () => {
  it('GRD-8 copies rows with bare figures and a header', () => {
    expect(copyRows([name, qty], [2], ',')).toBe('Name\tQuantity (pcs)\r\nitem 2\t2001');
    expect(copyRows([name, qty], [1], ',')).toBe('Name\tQuantity (pcs)\r\nitem 1\t1000,5');
  });

  it('GRD-9 pastes a column from the focused row down and leaves rows of empty cells', () => {
    expect(pasteFigures('12\r\n\r\n', qty, rows, 0, english)).toEqual({
      ok: true,
      edits: [{ row: 5, columnId: 'qty', value: 12 }],
    });
    const result = pasteFigures('1,200\n3.5\n', qty, rows, 0, english);
    expect(result.ok && result.edits.map(({ row, value }) => [row, value])).toEqual([
      [5, 1200],
      [6, 3.5],
    ]);
  });

  it('GRD-9 pastes all or nothing, and says which line is wrong', () => {
    const problems = ['1\t2', '1\n2\n3\n4\n5', '1\n2\n3', '1\nx'].map((text) => pasteFigures(text, qty, rows, 0, english));
    expect(problems.map((result) => (result.ok ? 'ok' : result.problem.kind))).toEqual([
      'tooWide',
      'tooLong',
      'locked',
      'figure',
    ]);
  });
});
