import type { OrderKind } from '#core/model/scenario/scenario-record.ts';
import { hasException } from '#renderer/inspector/node-facts.ts';
import { filterRows, type RowTest } from '#renderer/grid/filter-rows.ts';
import type { OrderTable } from './order-table.ts';

/** What is asked of the orders shown; null asks nothing. Companies, sites and suppliers are indices of the frame. */
export interface OrderFilters {
  readonly company: number | null;
  readonly site: number | null;
  readonly supplier: number | null;
  readonly kind: OrderKind | null;
  readonly isUrgentOnly: boolean;
  readonly isWithExceptionsOnly: boolean;
  /** Code of an exception kind. */
  readonly exception: number | null;
  readonly search: string;
  /** False on opening: only what has to be ordered within seven days and is not decided yet. */
  readonly showsAll: boolean;
}

export const noOrderFilters: OrderFilters = {
  company: null,
  site: null,
  supplier: null,
  kind: null,
  isUrgentOnly: false,
  isWithExceptionsOnly: false,
  exception: null,
  search: '',
  showsAll: false,
};

export interface ShownOrders {
  readonly rows: Uint32Array;
  /** Rows the filters ask for whose order day comes later, or that are approved, left out until asked for. */
  readonly hiddenLater: number;
  readonly hiddenApproved: number;
}

/** The last of the seven days to decide on now; a calendar week would hide Monday's orders on a Saturday. @example lastDayToDecide(20458) === 20464 */
export function lastDayToDecide(planDay: number): number {
  return planDay + 6;
}

/** Applies the filters and counts what the opening view leaves out. Does not throw. */
export function filterOrders(table: OrderTable, filters: OrderFilters, rows: Uint32Array): ShownOrders {
  const asked = filterRows(rows, testsOf(table, filters));
  if (filters.showsAll) return { rows: asked, hiddenLater: 0, hiddenApproved: 0 };
  const lastDay = lastDayToDecide(table.frame.meta.planDay);
  let hiddenApproved = 0;
  let hiddenLater = 0;
  const shown = filterRows(asked, [
    (row) => {
      const isApproved = table.firmOf(row)?.origin === 'approved';
      if (isApproved) hiddenApproved += 1;
      return !isApproved;
    },
    (row) => {
      const isLater = (table.result.orderDay[row] ?? 0) > lastDay;
      if (isLater) hiddenLater += 1;
      return !isLater;
    },
  ]);
  return { rows: shown, hiddenLater, hiddenApproved };
}

function testsOf(table: OrderTable, filters: OrderFilters): RowTest[] {
  const { frame, result, reader } = table;
  const tests: RowTest[] = [];
  const { company, site, supplier, kind } = filters;
  if (company !== null) tests.push((row) => reader.companyOf(table.nodeOf(row)) === company);
  if (site !== null) tests.push((row) => table.siteOf(row) === site);
  if (supplier !== null) tests.push((row) => table.kindOf(row) === 'buy' && result.orderSource[row] === supplier);
  if (kind !== null) tests.push((row) => table.kindOf(row) === kind);
  if (filters.isUrgentOnly) tests.push((row) => table.isUrgent(row));
  if (filters.isWithExceptionsOnly) tests.push((row) => hasException(result, table.nodeOf(row), null));
  const { exception } = filters;
  if (exception !== null) {
    const kinds = new Set([exception]);
    tests.push((row) => hasException(result, table.nodeOf(row), kinds));
  }
  const matches = matchItems(
    frame.itemDecimals.length,
    filters.search,
    (item) => `${reader.itemId(item)} ${reader.itemName(item)}`,
  );
  if (matches) tests.push((row) => matches[table.itemOf(row)] === 1);
  return tests;
}

/**
 * The items whose text holds every word of a search, or null for an empty search. Items are searched, not rows, as one
 * item has many rows. Does not throw.
 */
export function matchItems(count: number, search: string, textOf: (item: number) => string): Uint8Array | null {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const matches = new Uint8Array(count);
  for (let item = 0; item < count; item += 1) {
    const text = textOf(item).toLowerCase();
    if (words.every((word) => text.includes(word))) matches[item] = 1;
  }
  return matches;
}
