import { measureAt } from '#core/simulate/item/measures.ts';
import { dispatch, type NetworkState } from './network-state.ts';
import { addCell, cellAt, cellsPerRow } from './row-cells.ts';
import { finishFirst } from './waiting-orders.ts';

/**
 * Gives customers who wait at a row what is there; `cell`: the first of the row's cells. Does not throw.
 *
 * @example const cells = new Float64Array(cellsPerRow);
 *   cells[cellAt.stock] = 5;
 *   cells[cellAt.owed] = 3;
 *   serveOwed(cells, 0);
 *   [cells[cellAt.stock], cells[cellAt.owed]] is [2, 0]
 */
export function serveOwed(cells: Float64Array, cell: number): void {
  const given = Math.min(cells[cell + cellAt.stock] ?? 0, cells[cell + cellAt.owed] ?? 0);
  addCell(cells, cell + cellAt.stock, -given);
  addCell(cells, cell + cellAt.owed, -given);
}

/**
 * Gives the rows that wait at a row what is there, first come first served; a whole order leaves with its last part. Does not
 * throw.
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(3, 10), rules: noOrders(10), openingStock: 5 }, 10);
 *   const state = createNetworkState([setup, setup], treeLinks([1, -1]), { periods: 10, warmup: 0, seed: 1 });
 *   resetNetwork(state);
 *   addRequest(state.waitingOrders, 1, openOrder(state.waitingOrders, 0, 0), 2);
 *   serveAsked(state, 0, 1);
 *   state.cells[cellsPerRow + cellAt.stock] === 3
 */
export function serveAsked(state: NetworkState, period: number, row: number): void {
  const { cells, waitingOrders } = state;
  const { first, requests, orders } = waitingOrders;
  const cell = row * cellsPerRow;
  let stock = cells[cell + cellAt.stock] ?? 0;
  for (let request = first[row] ?? -1; request >= 0 && stock > 0; request = first[row] ?? -1) {
    const left = requests.views.left[request] ?? 0;
    const order = requests.views.order[request] ?? 0;
    const whole = orders.views.whole[order] ?? 0;
    const taker = orders.views.taker[order] ?? 0;
    const given = stock < left ? stock : left;
    stock -= given;
    requests.views.left[request] = left - given;
    addCell(cells, cell + cellAt.asked, -given);
    if (whole === 0) dispatch(state, period, taker, given, 0, true);
    if (given === left && finishFirst(waitingOrders, row) && whole > 0) dispatch(state, period, taker, whole, 0, true);
  }
  // Fractions of a unit leave crumbs in a sum; where nobody waits any more there are none.
  if ((first[row] ?? -1) < 0) cells[cell + cellAt.asked] = 0;
  cells[cell + cellAt.stock] = stock;
}

/**
 * Takes out stock that leaves without being asked for, as far as it is there; `cell`: the first of the row's cells. Does not
 * throw.
 *
 * @example const cells = new Float64Array(cellsPerRow);
 *   cells[cellAt.stock] = 5;
 *   leave(cells, 0, 7);
 *   [cells[cellAt.stock], cells[measureAt.left]] is [0, 5]
 */
export function leave(cells: Float64Array, cell: number, wanted: number): void {
  const leaving = Math.min(cells[cell + cellAt.stock] ?? 0, wanted);
  addCell(cells, cell + cellAt.stock, -leaving);
  addCell(cells, cell + cellAt.position, -leaving);
  addCell(cells, cell + measureAt.left, leaving);
}

/**
 * What was handed over to a row, once. It counts against the position like the row's own demand, which is taken off when it is
 * reviewed. Does not throw.
 *
 * @example const cells = new Float64Array(cellsPerRow);
 *   cells[cellAt.handed] = 4;
 *   [takeHanded(cells, 0), cells[cellAt.position], takeHanded(cells, 0)] is [4, -4, 0]
 */
export function takeHanded(cells: Float64Array, cell: number): number {
  const quantity = cells[cell + cellAt.handed] ?? 0;
  cells[cell + cellAt.handed] = 0;
  addCell(cells, cell + cellAt.position, -quantity);
  return quantity;
}

/**
 * Demand that finds no stock goes to the row's heir, is lost, or waits. Does not throw.
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(3, 10), rules: noOrders(10), openingStock: 0 }, 10);
 *   const state = createNetworkState([setup], treeLinks([-1]), { periods: 10, warmup: 0, seed: 1 });
 *   leaveUnserved(state, 2, 0, 7);
 *   state.cells[cellAt.owed] === 7
 */
export function leaveUnserved(
  { links, cells, shortPeriods, periods }: NetworkState,
  period: number,
  row: number,
  unserved: number,
): void {
  const cell = row * cellsPerRow;
  const heir = links.heir[row] ?? -1;
  if (heir >= 0 && period >= (links.heirFrom[row] ?? 0)) {
    addCell(cells, heir * cellsPerRow + cellAt.handed, unserved);
    addCell(cells, cell + cellAt.position, unserved);
    return;
  }
  cells[cell + cellAt.lastShort] = period;
  shortPeriods[row * periods + period] = (shortPeriods[row * periods + period] ?? 0) + 1;
  addCell(cells, cell + measureAt.demand, unserved);
  if (cells[cell + cellAt.isLostSales] === 1) {
    addCell(cells, cell + measureAt.lost, unserved);
    addCell(cells, cell + cellAt.position, unserved);
  } else addCell(cells, cell + cellAt.owed, unserved);
}
