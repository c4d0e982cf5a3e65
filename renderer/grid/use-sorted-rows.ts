import { useMemo, useState } from 'react';
import type { DataGridProps } from './data-grid-props.ts';
import type { GridColumn, GridSort } from './grid-column.ts';
import { sortRows } from './sort-rows.ts';

/** What a grid shows and sorts by: `rows` as they are given until a header asks for another order. */
export function useSortedRows(
  columns: readonly GridColumn[],
  rows: Uint32Array,
  first: GridSort | null = null,
): Pick<DataGridProps, 'rows' | 'sort' | 'onSortChanged'> {
  const [sort, onSortChanged] = useState(first);
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.columnId);
    return column && sort ? sortRows(rows, column.orderAt, sort.direction) : rows;
  }, [columns, rows, sort]);
  return { rows: sorted, sort, onSortChanged };
}
