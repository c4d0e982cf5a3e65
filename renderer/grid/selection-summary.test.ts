import { expect, it } from 'vitest';
import type { GridColumn } from './grid-column.ts';
import { summariseSelection } from './selection-summary.ts';

it('GRD-11 adds up per unit, the most common first, and leaves out what has no value', () => {
  const values = [1, 2, NaN, 40];
  const units = ['pcs', 'pcs', 'pcs', 'm'];
  const column: GridColumn = {
    id: 'qty',
    header: 'Quantity',
    widthPx: 80,
    isFigure: true,
    textAt: String,
    orderAt: (row) => row,
    figureAt: (row) => values[row] ?? NaN,
    unitAt: (row) => units[row] ?? '',
  };
  expect(summariseSelection([0, 1, 2, 3], column)).toEqual([
    { unit: 'pcs', count: 2, sum: 3, average: 1.5 },
    { unit: 'm', count: 1, sum: 40, average: 40 },
  ]);
});
