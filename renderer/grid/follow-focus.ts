import type { GridApi } from 'ag-grid-community';
import { positionOfKey, rowAt, type GridView } from './grid-view.ts';

/** The cell the planner is on: which row it is, not only where. */
export interface FocusedPlace {
  readonly row: number;
  readonly key: string;
  readonly columnId: string;
  readonly position: number;
}

/** The column and position of the cell an element lies in; undefined outside the body of the grid. */
export function cellPlaceOf(element: Element): Pick<FocusedPlace, 'columnId' | 'position'> | undefined {
  const columnId = element.closest('.ag-cell')?.getAttribute('col-id');
  const position = element.closest('.ag-row')?.getAttribute('row-index');
  return columnId && position ? { columnId, position: Number(position) } : undefined;
}

/**
 * Keeps the focus through a new view (GRD-12): it follows its row, and where the row is gone it stays at the place, which is
 * then the next row's. Returns the new place, or the one before where nothing is shown.
 */
export function followFocus(api: GridApi, view: GridView, before: FocusedPlace, box: Element | null): FocusedPlace {
  const found = positionOfKey(view, before.key, before.position);
  const position = found >= 0 ? found : Math.min(before.position, view.rows.length - 1);
  const row = rowAt(view, position);
  if (row === undefined) return before;
  // A redrawn row loses the browser's focus to the page; a field somewhere else keeps it.
  const active = document.activeElement;
  const isOurs = active === null || active === document.body || box?.contains(active) === true;
  const focused = api.getFocusedCell();
  const isLost = !box?.contains(active) || focused?.rowIndex !== position;
  // Who sorts from the header wants to see what comes first, not where the last row went.
  const isInHeader = active !== null && active.closest('.ag-header') !== null;
  if (position !== before.position && !isInHeader) api.ensureIndexVisible(position);
  if (isOurs && isLost && !isInHeader) api.setFocusedCell(position, before.columnId);
  return { ...before, row, key: view.keyOf(row), position };
}
