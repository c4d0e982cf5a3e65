import { createGrowingColumns, type GrowingColumns } from '#core/plan/growing-columns.ts';

/** What a row still has to give for an order, and which request stands behind it. */
const requestLayout = { next: 'i32', order: 'i32', left: 'f64' } as const;
/** An order whose parts are not all there: for whom, how much leaves as a whole (0: parts leave one by one), open requests. */
const orderLayout = { next: 'i32', taker: 'i32', whole: 'f64', openRequests: 'i32' } as const;

/**
 * Orders that wait for stock of other rows of a network, first come first served at each row. Memory grows with what waits at
 * one time and is used again; -1 stands for none.
 */
export interface WaitingOrders {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly requests: GrowingColumns<typeof requestLayout>;
  readonly orders: GrowingColumns<typeof orderLayout>;
  freeRequest: number;
  freeOrder: number;
}

/**
 * Room for the orders that wait in a network of so many rows. Does not throw.
 *
 * @example createWaitingOrders(4).first is [-1, -1, -1, -1]
 */
export function createWaitingOrders(rows: number): WaitingOrders {
  return {
    first: new Int32Array(rows).fill(-1),
    last: new Int32Array(rows).fill(-1),
    requests: createGrowingColumns(requestLayout, 64),
    orders: createGrowingColumns(orderLayout, 64),
    freeRequest: -1,
    freeOrder: -1,
  };
}

/**
 * Forgets all orders. Does not throw.
 *
 * @example const waiting = createWaitingOrders(2);
 *   addRequest(waiting, 1, openOrder(waiting, 0, 0), 5);
 *   clearWaitingOrders(waiting);
 *   waiting.first is [-1, -1]
 */
export function clearWaitingOrders(waiting: WaitingOrders): void {
  waiting.first.fill(-1);
  waiting.last.fill(-1);
  waiting.requests.length = 0;
  waiting.orders.length = 0;
  waiting.freeRequest = -1;
  waiting.freeOrder = -1;
}

/**
 * An order of the row `taker` that waits, without requests so far; `whole`: what leaves at once when all is there, 0 where
 * parts leave one by one. Returns its number. Does not throw.
 *
 * @example const waiting = createWaitingOrders(2);
 *   [openOrder(waiting, 0, 0), openOrder(waiting, 1, 0)] is [0, 1]
 */
export function openOrder(waiting: WaitingOrders, taker: number, whole: number): number {
  const { orders } = waiting;
  let order = waiting.freeOrder;
  if (order < 0) order = orders.append();
  else waiting.freeOrder = orders.views.next[order] ?? -1;
  orders.views.taker[order] = taker;
  orders.views.whole[order] = whole;
  orders.views.openRequests[order] = 0;
  return order;
}

/**
 * Puts a request of an order for `left` units behind all that wait at a row. Does not throw.
 *
 * @example const waiting = createWaitingOrders(2);
 *   addRequest(waiting, 1, openOrder(waiting, 0, 0), 5);
 *   waiting.requests.views.left[waiting.first[1]] === 5
 */
export function addRequest(waiting: WaitingOrders, row: number, order: number, left: number): void {
  const { requests, orders, first, last } = waiting;
  let request = waiting.freeRequest;
  if (request < 0) request = requests.append();
  else waiting.freeRequest = requests.views.next[request] ?? -1;
  const { next } = requests.views;
  next[request] = -1;
  requests.views.order[request] = order;
  requests.views.left[request] = left;
  orders.views.openRequests[order] = (orders.views.openRequests[order] ?? 0) + 1;
  const before = last[row] ?? -1;
  if (before < 0) first[row] = request;
  else next[before] = request;
  last[row] = request;
}

/**
 * Takes the first request out of a row's queue. Returns whether its order waits for nothing else. Does not throw.
 *
 * @example const waiting = createWaitingOrders(2);
 *   const order = openOrder(waiting, 0, 8);
 *   addRequest(waiting, 1, order, 5);
 *   addRequest(waiting, 1, order, 3);
 *   [finishFirst(waiting, 1), finishFirst(waiting, 1)] is [false, true]
 */
export function finishFirst(waiting: WaitingOrders, row: number): boolean {
  const { requests, orders, first, last } = waiting;
  const request = first[row] ?? -1;
  const order = requests.views.order[request] ?? -1;
  const behind = requests.views.next[request] ?? -1;
  first[row] = behind;
  if (behind < 0) last[row] = -1;
  requests.views.next[request] = waiting.freeRequest;
  waiting.freeRequest = request;
  const open = (orders.views.openRequests[order] ?? 1) - 1;
  orders.views.openRequests[order] = open;
  if (open > 0) return false;
  orders.views.next[order] = waiting.freeOrder;
  waiting.freeOrder = order;
  return true;
}
