/** Adds to one element of a column; an index outside it is ignored, as typed arrays do. @example addTo(column, 0, 5) */
export function addTo(column: Float64Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}

/** Adds one column to another of the same length, element by element. @example addColumn(demand, orders) */
export function addColumn(column: Float64Array, other: Float64Array): void {
  for (let index = 0; index < column.length; index += 1) column[index] = (column[index] ?? 0) + (other[index] ?? 0);
}
