/**
 * Compares rows cell by cell over the given columns: an empty cell first, numbers by size, texts by code units. With all
 * columns of a table it leaves no two differing rows tied, so that the order in which they came cannot be seen (FRM-5).
 * Does not throw.
 *
 * @example compareRows<{ a: number | null }>(['a'])({ a: null }, { a: 0 }) === -1
 */
export function compareRows<Row extends object>(columns: readonly (keyof Row)[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const column of columns) {
      const order = compareCells(a[column], b[column]);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareCells(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return Number(a !== null && a !== undefined) - Number(b !== null && b !== undefined);
}
