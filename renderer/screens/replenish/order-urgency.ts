import { sortRows } from '#renderer/grid/sort-rows.ts';
import type { OrderTable } from './order-table.ts';

const farDays = 10_000;

/**
 * The rows with the most urgent first: what runs out before its receipt, by the day it runs out; then what is late;
 * then by order day; the greater value first among equals. Does not throw.
 */
export function sortByUrgency(table: OrderTable, rows: Uint32Array): Uint32Array {
  const byValue = sortRows(rows, (row) => table.valueMinorOf(row), 'descending');
  return sortRows(byValue, (row) => urgencyOf(table, row), 'ascending');
}

/** A number that is smaller the sooner a row has to be decided. */
export function urgencyOf(table: OrderTable, row: number): number {
  const { result, frame } = table;
  const orderIn = (result.orderDay[row] ?? 0) - frame.meta.planDay;
  const outIn = table.daysToStockOutOf(row);
  const urgentIn = table.isUrgent(row) ? (Number.isNaN(outIn) ? farDays - 1 : Math.max(0, outIn)) : farDays;
  return urgentIn * farDays + orderIn;
}
