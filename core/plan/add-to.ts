/** Adds to one element of a column; an index outside it is ignored, as typed arrays do. @example addTo(column, 0, 5) */
export function addTo(column: Float64Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}
