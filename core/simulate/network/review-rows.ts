import { measureAt } from '#core/simulate/item/measures.ts';
import { orderQuantity } from '#core/simulate/item/order-rules.ts';
import { dispatch, type NetworkState } from './network-state.ts';
import { addCell, cellAt, cellsPerRow, termAt, termsPerPeriod } from './row-cells.ts';
import { addRequest, openOrder } from './waiting-orders.ts';

/**
 * The second half of a period, those who are supplied before their suppliers: the position is reviewed, an order is placed, and
 * what is there is measured. Does not throw.
 */
export function reviewRows(state: NetworkState, period: number): void {
  const { rows, periods, demand, terms, cells, links } = state;
  for (let row = 0; row < rows; row += 1) {
    const at = row * periods + period;
    const term = at * termsPerPeriod;
    const cell = row * cellsPerRow;
    const reviewed = (cells[cell + cellAt.position] ?? 0) - (demand[at] ?? 0) + (terms[term + termAt.seen] ?? 0);
    const quantity = orderQuantity(
      reviewed,
      terms[term + termAt.reorderLevel] ?? -Infinity,
      terms[term + termAt.orderUpTo] ?? -Infinity,
      cells[cell + cellAt.isInclusive] === 1,
      cells[cell + cellAt.lot] ?? 0,
      cells[cell + cellAt.minimum] ?? 0,
    );
    cells[cell + cellAt.position] = reviewed + quantity;
    if (quantity > 0) {
      addCell(cells, cell + measureAt.orders, 1);
      if (links.partStart[row] === links.partStart[row + 1]) dispatch(state, period, row, quantity, false);
      else takeParts(state, period, row, quantity);
    }
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

/** Takes the parts of an order from their rows as far as they are there; what is missing waits. */
function takeParts(state: NetworkState, period: number, row: number, quantity: number): void {
  const { links, cells, waitingOrders } = state;
  const end = links.partStart[row + 1] ?? 0;
  const isWhole = links.isWhole[row] === 1;
  let order = -1;
  for (let part = links.partStart[row] ?? 0; part < end; part += 1) {
    const source = links.partRow[part] ?? 0;
    const cell = source * cellsPerRow;
    const wanted = quantity * (links.partPerUnit[part] ?? 1);
    // Those who wait at the source have taken all its stock, so nobody is overtaken.
    const stock = cells[cell + cellAt.stock] ?? 0;
    const taken = stock < wanted ? stock : wanted;
    cells[cell + cellAt.stock] = stock - taken;
    addCell(cells, cell + cellAt.position, -wanted);
    addCell(cells, cell + measureAt.asked, wanted);
    addCell(cells, cell + measureAt.sent, taken);
    if (!isWhole && taken > 0) dispatch(state, period, row, taken, true);
    if (taken === wanted) continue;
    if (order < 0) order = openOrder(waitingOrders, row, isWhole ? quantity : 0);
    addRequest(waitingOrders, source, order, wanted - taken);
    addCell(cells, cell + cellAt.asked, wanted - taken);
  }
  if (isWhole && order < 0) dispatch(state, period, row, quantity, true);
}
