import type { GridApi } from 'ag-grid-community';
import { positionOfKey, rowAt, type GridView } from './grid-view.ts';

/** The cell the planner is on: which row it is, not only where. */
export interface FocusedPlace {
  readonly key: string;
  readonly columnId: string;
  readonly position: number;
}

/**
 * Keeps the focus through a new view (GRD-12): it follows its row, and where the row is gone it stays at the place, which is
 * then the next row's. Returns the new place, and the row that took it where it is another.
 */
export function followFocus(
  api: GridApi,
  view: GridView,
  before: FocusedPlace,
  box: Element | null,
): { readonly place: FocusedPlace; readonly newRow: number | undefined } {
  const found = positionOfKey(view, before.key, before.position);
  const position = found >= 0 ? found : Math.min(before.position, view.rows.length - 1);
  const row = rowAt(view, position);
  if (row === undefined) return { place: before, newRow: undefined };
  // A redrawn row loses the browser's focus to the page; a field somewhere else keeps it.
  const active = document.activeElement;
  const isOurs = active === null || active === document.body || box?.contains(active) === true;
  const focused = api.getFocusedCell();
  const isLost = !box?.contains(active) || focused?.rowIndex !== position;
  // Who sorts from the header wants to see what comes first, not where the last row went.
  const isInHeader = active !== null && active.closest('.ag-header') !== null;
  if (position !== before.position && !isInHeader) api.ensureIndexVisible(position);
  if (isOurs && isLost && !isInHeader) api.setFocusedCell(position, before.columnId);
  return { place: { ...before, key: view.keyOf(row), position }, newRow: found >= 0 ? undefined : row };
}
