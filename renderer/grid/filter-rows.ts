export type RowTest = (row: number) => boolean;

/**
 * The rows that pass every test, in the order given. One scratch array, no allocation per row. Does not throw.
 *
 * @example filterRows(Uint32Array.of(5, 6, 7), [(row) => row > 5]) // 6, 7
 */
export function filterRows(rows: Uint32Array, tests: readonly RowTest[]): Uint32Array {
  if (tests.length === 0) return rows;
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    let passes = true;
    for (const test of tests) {
      if (!test(row)) {
        passes = false;
        break;
      }
    }
    if (passes) {
      kept[count] = row;
      count += 1;
    }
  }
  return kept.slice(0, count);
}

/** All rows of a table in their own order. @example allRows(2) // 0, 1 */
export function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}
