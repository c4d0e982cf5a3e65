import type { GridApi } from 'ag-grid-community';
import type { ClipboardEvent } from 'react';
import { copyCell, copyRows } from './copy-rows.ts';
import type { DataGridProps } from './data-grid-props.ts';
import { describePaste } from './describe-paste.ts';
import { rowAt, type GridView } from './grid-view.ts';
import { figureSignsOf } from './parse-figure.ts';
import { pasteFigures } from './paste-figures.ts';

interface ClipboardProps extends Pick<DataGridProps, 'locale' | 'columns'> {
  readonly onEdited: DataGridProps['onEdited'];
  readonly onRefused: DataGridProps['onRefused'];
}

/** Copy and paste through the browser's own events, which need no permission. */
export function gridClipboard(api: GridApi | null, view: GridView, props: ClipboardProps) {
  const signs = figureSignsOf(props.locale);
  function focusedCell() {
    const cell = api?.getFocusedCell();
    return !cell || (api?.getEditingCells().length ?? 0) > 0 ? undefined : cell;
  }
  function onCopy(event: ClipboardEvent): void {
    const cell = focusedCell();
    if (!cell) return;
    const column = view.columns.get(cell.column.getColId());
    const row = rowAt(view, cell.rowIndex);
    const selected = view.rows.filter((shown) => view.selection.rows.has(shown));
    const single = column && row !== undefined ? copyCell(column, row, signs.decimal) : '';
    event.clipboardData.setData('text/plain', selected.length > 0 ? copyRows(props.columns, selected, signs.decimal) : single);
    event.preventDefault();
  }
  function onPaste(event: ClipboardEvent): void {
    const cell = focusedCell();
    const column = cell && view.columns.get(cell.column.getColId());
    if (!cell || !column?.edit) return;
    event.preventDefault();
    const pasted = pasteFigures(event.clipboardData.getData('text/plain'), column, view.rows, cell.rowIndex, signs);
    if (!pasted.ok) props.onRefused?.(describePaste(pasted.problem, column));
    else if (pasted.edits.length > 0) props.onEdited?.(pasted.edits);
  }
  return { onCopy, onPaste };
}
