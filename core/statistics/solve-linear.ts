/**
 * Solves matrix · x = right by Gaussian elimination with row exchange; `matrix` is square and row-major. A column without a
 * pivot gives 0 there. O(n³), meant for a few unknowns; leaves its inputs alone and does not throw.
 * Source: Golub and Van Loan, Matrix Computations, 4th ed., section 3.4.
 *
 * @example solveLinear(Float64Array.of(2, 0, 0, 4), Float64Array.of(2, 2)) is [1, 0.5]
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const rows = Array.from({ length: size }, (_, row) =>
    Float64Array.of(...matrix.subarray(row * size, (row + 1) * size), right[row] ?? 0),
  );
  for (let column = 0; column < size; column += 1) {
    exchangeForPivot(rows, column);
    const pivot = rows[column]?.[column] ?? 0;
    if (pivot === 0) continue;
    for (let row = 0; row < size; row += 1) if (row !== column) subtractMultiple(rows, row, column, pivot);
  }
  return Float64Array.from(rows, (row, index) => {
    const pivot = row[index] ?? 0;
    return pivot === 0 ? 0 : (row[size] ?? 0) / pivot;
  });
}

function exchangeForPivot(rows: Float64Array[], column: number): void {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  }
  const [one, other] = [rows[column], rows[best]];
  if (one === undefined || other === undefined) return;
  rows[column] = other;
  rows[best] = one;
}

function subtractMultiple(rows: readonly Float64Array[], row: number, column: number, pivot: number): void {
  const target = rows[row];
  const source = rows[column];
  if (target === undefined || source === undefined) return;
  const factor = (target[column] ?? 0) / pivot;
  if (factor === 0) return;
  for (let place = column; place < target.length; place += 1) {
    target[place] = (target[place] ?? 0) - factor * (source[place] ?? 0);
  }
}
