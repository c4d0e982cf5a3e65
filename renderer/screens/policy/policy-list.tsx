import { useRef, type Ref } from 'react';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { RowSelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';

interface PolicyListProps {
  readonly ref?: Ref<GridHandle>;
  readonly name: string;
  readonly columns: readonly GridColumn[];
  /** In the order in which they stand where nothing else is asked for. */
  readonly rows: Uint32Array;
  readonly keyOf: (row: number) => string;
  readonly selection: RowSelection;
  readonly onSelectionChanged: (selection: RowSelection) => void;
  readonly onFocusChanged: (row: number) => void;
  /** Enter on a row; a click only moves the focus. */
  readonly onEntered?: (row: number) => void;
}

/** A grid of the screen with its sorting. */
export function PolicyList(props: PolicyListProps): React.ReactElement {
  const { ref, name, columns, rows, keyOf, selection, onSelectionChanged, onFocusChanged, onEntered } = props;
  const sorted = useSortedRows(columns, rows);
  const focused = useRef<number | null>(null);
  return (
    <div
      className="policy-grid"
      onKeyDownCapture={(event) => {
        const isRow = event.target instanceof Element && event.target.closest('.ag-row') !== null;
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !isRow || !onEntered || focused.current === null) return;
        event.preventDefault();
        event.stopPropagation();
        onEntered(focused.current);
      }}
    >
      <DataGrid
        {...(ref ? { ref } : {})}
        name={name}
        locale="en"
        columns={columns}
        {...sorted}
        keyOf={keyOf}
        selection={selection}
        onSelectionChanged={onSelectionChanged}
        onFocusChanged={(row) => {
          focused.current = row;
          onFocusChanged(row);
        }}
        onOpened={(row) => onFocusChanged(row)}
      />
    </div>
  );
}
