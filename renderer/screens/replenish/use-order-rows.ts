import { useMemo, useState } from 'react';
import type { DataGridProps } from '#renderer/grid/data-grid-props.ts';
import { allRows } from '#renderer/grid/filter-rows.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import { carryOver, emptySelection, type RowSelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';
import { filterOrders, type OrderFilters, type ShownOrders } from './order-filters.ts';
import type { OrderTable } from './order-table.ts';
import { sortByUrgency } from './order-urgency.ts';
import type { RenamedRows } from './renamed-rows.ts';

export interface OrderRows extends ShownOrders, Pick<DataGridProps, 'sort' | 'onSortChanged'> {
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
  const byUrgency = useMemo(() => sortByUrgency(table, shown.rows), [table, shown]);
  const sorted = useSortedRows(columns, byUrgency);
  const selection = chosen.table === table ? chosen.selection : emptySelection;
  return { ...shown, ...sorted, selection, setSelection: (next) => setChosen({ table, selection: next }) };
}
