/** Selected rows, and the row from which a range is drawn. Positions are places in the shown order. */
export interface RowSelection {
  readonly rows: ReadonlySet<number>;
  readonly anchorRow: number | null;
}

export const emptySelection: RowSelection = { rows: new Set(), anchorRow: null };

/** Selects a row or gives it up, and starts ranges there. Does not throw. */
export function toggleRow(selection: RowSelection, row: number): RowSelection {
  const rows = new Set(selection.rows);
  if (!rows.delete(row)) rows.add(row);
  return { rows, anchorRow: row };
}

/** Selects everything shown between the anchor and a row; without an anchor the row alone. Does not throw. */
export function extendTo(selection: RowSelection, shown: Uint32Array, row: number): RowSelection {
  const to = shown.indexOf(row);
  const from = selection.anchorRow === null ? to : shown.indexOf(selection.anchorRow);
  if (to < 0 || from < 0) return toggleRow(emptySelection, row);
  const rows = new Set(shown.subarray(Math.min(from, to), Math.max(from, to) + 1));
  return { rows, anchorRow: selection.anchorRow ?? row };
}

/** All shown rows, or none where all of them are selected already. Does not throw. */
export function toggleAll(selection: RowSelection, shown: Uint32Array): RowSelection {
  const isAll = shown.length > 0 && selection.rows.size >= shown.length && shown.every((row) => selection.rows.has(row));
  return isAll ? emptySelection : { rows: new Set(shown), anchorRow: selection.anchorRow };
}

/** Keeps the selection through a new plan: rows are found again by what they are. Rows that are gone drop out. */
export function carryOver(
  selection: RowSelection,
  keyBefore: (row: number) => string,
  rowsAfter: number,
  keyAfter: (row: number) => string,
): RowSelection {
  if (selection.rows.size === 0) return emptySelection;
  const keys = new Set<string>();
  for (const row of selection.rows) keys.add(keyBefore(row));
  const rows = new Set<number>();
  for (let row = 0; row < rowsAfter && keys.size > 0; row += 1) if (keys.has(keyAfter(row))) rows.add(row);
  return { rows, anchorRow: null };
}
