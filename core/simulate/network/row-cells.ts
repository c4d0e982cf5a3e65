import { measures } from '#core/simulate/item/measures.ts';

/**
 * What a row of a network is and holds while it is simulated, as the numbers behind its measures (0 or 1 for yes and no). All of a
 * row lies side by side in one array: a column for each would cost a third more time, most of it on finding the columns.
 */
export const cellAt = {
  stock: measures.length,
  /** What customers and what other rows wait for. */
  owed: measures.length + 1,
  asked: measures.length + 2,
  position: measures.length + 3,
  /** Demand handed over to the row in the period in work. */
  handed: measures.length + 4,
  /** Whether anything went unserved since the last receipt, and the last period in which anything did. */
  isShort: measures.length + 5,
  lastShort: measures.length + 6,
  /** What is on the way from other rows, summed over the ends of the measured periods. */
  onTheWay: measures.length + 7,
  latestArrival: measures.length + 8,
  isInOrder: measures.length + 9,
  isLostSales: measures.length + 10,
} as const;

/** Numbers per row. */
export const cellsPerRow = 32;

/** What is given of a row for each period, side by side as well. */
export const termAt = { receipts: 0, seen: 1, reorderLevel: 2 } as const;
export const termsPerPeriod = 4;

/**
 * Adds to a cell. Does not throw.
 *
 * @example const cells = new Float64Array(cellsPerRow);
 *   addCell(cells, cellAt.stock, 5);
 *   addCell(cells, cellAt.stock, -2);
 *   cells[cellAt.stock] === 3
 */
export function addCell(cells: Float64Array, at: number, amount: number): void {
  cells[at] = (cells[at] ?? 0) + amount;
}
