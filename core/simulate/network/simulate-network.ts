import { measureAt, measures } from '#core/simulate/item/measures.ts';
import { resetNetwork, type NetworkState } from './network-state.ts';
import { placeOrder } from './place-order.ts';
import { addCell, cellAt, cellsPerRow, termAt, termsPerPeriod } from './row-cells.ts';
import { leave, leaveUnserved, serveAsked, serveOwed, takeHanded } from './serve-row.ts';

/**
 * Runs a network through the periods of one replication (rules SIM-6 to SIM-12). In each period everything that is due arrives,
 * there is demand, then every row reviews its position, those who are supplied before their suppliers; orders are sent at once
 * as far as there is stock, in the order of the rows. The measures of a row are then in front of its cells; a single row fares
 * as under `simulateItem`. Allocates for orders that wait alone; does not throw.
 * Source: Axsäter, Inventory Control, 3rd ed., chapter 10 (two echelons); Snyder and Shen, Fundamentals of Supply Chain Theory,
 * 2nd ed., section 6.2 (serial systems).
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(1, 1), rules: baseStock(5, 1), openingStock: 0 }, 1);
 *   const state = createNetworkState([setup, { ...setup, rules: noOrders(1) }], treeLinks([1, -1]), { periods: 1, warmup: 0,
 *   seed: 1 });
 *   simulateNetwork(state);
 *   ['asked', 'sent', 'waiting'].map((measure) => state.cells[cellsPerRow + measureAt[measure]]) is [5, 0, 5]
 */
export function simulateNetwork(state: NetworkState): void {
  const { rows, periods, warmup, demand, terms, cells, pipeline, span, hasHeirs } = state;
  resetNetwork(state);
  for (let period = 0; period < periods; period += 1) {
    if (period === warmup) startMeasuring(state);
    for (let row = 0; row < rows; row += 1) {
      const at = row * periods + period;
      const cell = row * cellsPerRow;
      const slot = row * span + (period & (span - 1));
      const given = terms[at * termsPerPeriod + termAt.receipts] ?? 0;
      const arriving = (pipeline[slot] ?? 0) + (given > 0 ? given : 0);
      if (arriving > 0) {
        pipeline[slot] = 0;
        addCell(cells, cell + measureAt.received, arriving);
        addCell(cells, cell + measureAt.cycles, 1);
        addCell(cells, cell + measureAt.servedCycles, 1 - (cells[cell + cellAt.isShort] ?? 0));
        cells[cell + cellAt.isShort] = 0;
        addCell(cells, cell + cellAt.stock, arriving);
        if ((cells[cell + cellAt.owed] ?? 0) > 0) serveOwed(cells, cell);
        if ((cells[cell + cellAt.asked] ?? 0) > 0) serveAsked(state, period, row);
      }
      if (given < 0) leave(cells, cell, -given);
      const wanted = (demand[at] ?? 0) + (hasHeirs ? takeHanded(cells, cell) : 0);
      const stock = cells[cell + cellAt.stock] ?? 0;
      const served = stock >= wanted ? wanted : stock;
      cells[cell + cellAt.stock] = stock - served;
      addCell(cells, cell + measureAt.filled, served);
      if (served < wanted) leaveUnserved(state, period, row, wanted - served);
    }
    for (let row = 0; row < rows; row += 1) {
      const at = row * periods + period;
      const term = at * termsPerPeriod;
      const cell = row * cellsPerRow;
      const position = (cells[cell + cellAt.position] ?? 0) - (demand[at] ?? 0) + (terms[term + termAt.seen] ?? 0);
      cells[cell + cellAt.position] = position;
      if (position <= (terms[term + termAt.reorderLevel] ?? -Infinity)) placeOrder(state, period, row, position);
      const owed = cells[cell + cellAt.owed] ?? 0;
      const asked = cells[cell + cellAt.asked] ?? 0;
      if (owed > 0 || asked > 0 || cells[cell + cellAt.lastShort] === period) {
        cells[cell + cellAt.isShort] = 1;
        addCell(cells, cell + measureAt.shortPeriods, 1);
        addCell(cells, cell + measureAt.backorders, owed);
        addCell(cells, cell + measureAt.waiting, asked);
      }
      addCell(cells, cell + measureAt.onHand, cells[cell + cellAt.stock] ?? 0);
    }
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
