import { measureAt, measures } from '#core/simulate/item/measures.ts';
import { resetNetwork, type NetworkState } from './network-state.ts';
import { reviewRows } from './review-rows.ts';
import { addCell, cellAt, cellsPerRow } from './row-cells.ts';
import { serveRows } from './serve-rows.ts';

/**
 * Runs a network through the periods of one replication (rules SIM-6 to SIM-12). In each period everything that is due arrives,
 * there is demand, then every row reviews its position, those who are supplied before their suppliers; orders are sent at once
 * as far as there is stock, in the order of the rows. The measures of a row are then in front of its cells; a single row fares
 * as under `simulateItem`. Allocates for orders that wait alone; does not throw.
 * Source: Axsäter, Inventory Control, 3rd ed., chapter 10 (two echelons); Snyder and Shen, Fundamentals of Supply Chain Theory,
 * 2nd ed., section 6.2 (serial systems).
 *
 * @example a warehouse with nothing and one retailer that orders 5: `asked` 5, `sent` 0, `waiting` 5
 */
export function simulateNetwork(state: NetworkState): void {
  resetNetwork(state);
  for (let period = 0; period < state.periods; period += 1) {
    if (period === state.warmup) startMeasuring(state);
    serveRows(state, period);
    reviewRows(state, period);
  }
  finishMeasuring(state);
}

function startMeasuring({ cells, rows }: NetworkState): void {
  for (let cell = 0; cell < rows * cellsPerRow; cell += cellsPerRow) {
    cells.fill(0, cell, cell + measures.length);
    cells[cell + measureAt.startNet] = (cells[cell + cellAt.stock] ?? 0) - (cells[cell + cellAt.owed] ?? 0);
  }
}

function finishMeasuring({ cells, rows }: NetworkState): void {
  for (let cell = 0; cell < rows * cellsPerRow; cell += cellsPerRow) {
    // So far only what went unserved was counted as demand, as most periods serve everything.
    addCell(cells, cell + measureAt.demand, cells[cell + measureAt.filled] ?? 0);
    cells[cell + measureAt.inTransit] = cells[cell + cellAt.onTheWay] ?? 0;
    cells[cell + measureAt.endNet] = (cells[cell + cellAt.stock] ?? 0) - (cells[cell + cellAt.owed] ?? 0);
  }
}
