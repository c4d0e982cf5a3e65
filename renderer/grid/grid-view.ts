import type { CellMark, GridColumn } from './grid-column.ts';
import type { RowSelection } from './row-selection.ts';

/**
 * What the grid shows at this moment. The grid itself knows positions only; everything it draws is looked up here, so a
 * new plan is a new view and a refresh of the cells in sight.
 */
export interface GridView {
  readonly rows: Uint32Array;
  readonly columns: ReadonlyMap<string, GridColumn>;
  readonly selection: RowSelection;
  readonly keyOf: (row: number) => string;
}

/** The row at a position, or undefined below the last. */
export function rowAt(view: GridView, position: number | null | undefined): number | undefined {
  return position === null || position === undefined ? undefined : view.rows[position];
}

export function textAt(view: GridView, columnId: string, position: number | null | undefined): string {
  const row = rowAt(view, position);
  return row === undefined ? '' : (view.columns.get(columnId)?.textAt(row) ?? '');
}

export function isMarked(view: GridView, columnId: string, position: number, mark: CellMark): boolean {
  const row = rowAt(view, position);
  return row !== undefined && view.columns.get(columnId)?.isMarkedAt?.(row, mark) === true;
}

export function isSelected(view: GridView, position: number): boolean {
  const row = rowAt(view, position);
  return row !== undefined && view.selection.rows.has(row);
}

export function canEdit(view: GridView, columnId: string, position: number | null | undefined): boolean {
  const row = rowAt(view, position);
  return row !== undefined && view.columns.get(columnId)?.edit?.canEditAt(row) === true;
}

/** Where the row with a key is now: at its old position in most cases, else looked for. */
export function positionOfKey(view: GridView, key: string, near: number): number {
  const same = rowAt(view, near);
  if (same !== undefined && view.keyOf(same) === key) return near;
  return view.rows.findIndex((row) => view.keyOf(row) === key);
}
