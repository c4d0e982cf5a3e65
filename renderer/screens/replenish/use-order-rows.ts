import { useMemo, useState } from 'react';
import { allRows } from '#renderer/grid/filter-rows.ts';
import type { GridColumn, GridSort } from '#renderer/grid/grid-column.ts';
import { carryOver, emptySelection, type RowSelection } from '#renderer/grid/row-selection.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import { filterOrders, type OrderFilters, type ShownOrders } from './order-filters.ts';
import type { OrderTable } from './order-table.ts';
import { sortByUrgency } from './order-urgency.ts';
import type { RenamedRows } from './renamed-rows.ts';

export interface OrderRows extends ShownOrders {
  readonly sort: GridSort | null;
  readonly setSort: (sort: GridSort | null) => void;
  readonly selection: RowSelection;
  readonly setSelection: (selection: RowSelection) => void;
}

/** The rows to show, in order, and those selected; both live through a new plan. */
export function useOrderRows(
  table: OrderTable,
  columns: readonly GridColumn[],
  filters: OrderFilters,
  { keyNow }: RenamedRows,
): OrderRows {
  const [sort, setSort] = useState<GridSort | null>(null);
  const [chosen, setChosen] = useState<{ readonly table: OrderTable; readonly selection: RowSelection }>({
    table,
    selection: emptySelection,
  });
  if (chosen.table !== table) {
    // A new plan has other indices: the selection is found again by what its rows are.
    const isOtherData = chosen.table.frame !== table.frame;
    const keyBefore = (row: number): string => keyNow(chosen.table.keyOf(row));
    const carried = isOtherData ? emptySelection : carryOver(chosen.selection, keyBefore, table.count, table.keyOf);
    setChosen({ table, selection: carried });
  }
  const shown = useMemo(() => filterOrders(table, filters, allRows(table.count)), [table, filters]);
  const rows = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.columnId);
    const byUrgency = sortByUrgency(table, shown.rows);
    return column && sort ? sortRows(byUrgency, column.orderAt, sort.direction) : byUrgency;
  }, [table, shown, columns, sort]);
  const selection = chosen.table === table ? chosen.selection : emptySelection;
  return { ...shown, rows, sort, setSort, selection, setSelection: (next) => setChosen({ table, selection: next }) };
}
