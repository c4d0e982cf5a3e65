import { measureAt } from '#core/simulate/item/measures.ts';
import { orderQuantity, waitOf } from '#core/simulate/item/order-rules.ts';
import { dispatch, type NetworkState } from './network-state.ts';
import { addCell, cellAt, cellsPerRow } from './row-cells.ts';
import { addRequest, openOrder } from './waiting-orders.ts';

/**
 * Orders what the rules say at a position that is at its level or below. Does not throw.
 *
 * @example const setup = plainSetup({ leadTime: fixedLeadTime(3, 10), rules: baseStock(5, 10), openingStock: 5 }, 10);
 *   const state = createNetworkState([setup], treeLinks([-1]), { periods: 10, warmup: 0, seed: 1 });
 *   placeOrder(state, 2, 0, 1);
 *   state.pipeline[5] === 4
 */
export function placeOrder(state: NetworkState, period: number, row: number, position: number): void {
  const { rules, cells, links } = state;
  const own = rules[row];
  if (own === undefined) return;
  const wait = waitOf(own, period, position);
  const quantity = orderQuantity(own, period, position, wait);
  if (quantity === 0) return;
  const cell = row * cellsPerRow;
  cells[cell + cellAt.position] = position + quantity;
  addCell(cells, cell + measureAt.orders, 1);
  const first = links.partStart[row] ?? 0;
  if (first === links.partStart[row + 1]) dispatch(state, period, row, quantity, wait, false);
  else if (links.isWhole[row] === 1) make(state, period, row, quantity);
  else transfer(state, period, row, links.partRow[first] ?? 0, quantity);
}

/** Sends what the source has; the rest waits there. */
function transfer(state: NetworkState, period: number, row: number, source: number, quantity: number): void {
  const taken = takeFrom(state.cells, source * cellsPerRow, quantity);
  if (taken > 0) dispatch(state, period, row, taken, 0, true);
  if (taken < quantity) waitAt(state, source, openOrder(state.waitingOrders, row, 0), quantity - taken);
}

/** Takes the parts as far as they are there; the order leaves when the last of them is. */
function make(state: NetworkState, period: number, row: number, quantity: number): void {
  const { links } = state;
  let order = -1;
  for (let part = links.partStart[row] ?? 0; part < (links.partStart[row + 1] ?? 0); part += 1) {
    const source = links.partRow[part] ?? 0;
    const wanted = quantity * (links.partPerUnit[part] ?? 1);
    const taken = takeFrom(state.cells, source * cellsPerRow, wanted);
    if (taken === wanted) continue;
    if (order < 0) order = openOrder(state.waitingOrders, row, quantity);
    waitAt(state, source, order, wanted - taken);
  }
  if (order < 0) dispatch(state, period, row, quantity, 0, true);
}

/** What the row at `cell` has of what is wanted. Those who wait there have taken all its stock, so nobody is overtaken. */
function takeFrom(cells: Float64Array, cell: number, wanted: number): number {
  const stock = cells[cell + cellAt.stock] ?? 0;
  const taken = stock < wanted ? stock : wanted;
  cells[cell + cellAt.stock] = stock - taken;
  addCell(cells, cell + cellAt.position, -wanted);
  addCell(cells, cell + measureAt.asked, wanted);
  addCell(cells, cell + measureAt.sent, taken);
  return taken;
}

function waitAt({ waitingOrders, cells }: NetworkState, source: number, order: number, quantity: number): void {
  addRequest(waitingOrders, source, order, quantity);
  addCell(cells, source * cellsPerRow + cellAt.asked, quantity);
}
