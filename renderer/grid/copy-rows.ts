import { writeClipboardTable } from './clipboard-table.ts';
import type { GridColumn } from './grid-column.ts';

/** A cell for the clipboard: the bare figure, so that a spreadsheet reads it as one; texts as they stand. */
export function copyCell(column: GridColumn, row: number, decimalSign: string): string {
  const figure = column.figureAt?.(row);
  if (figure === undefined) return column.textAt(row);
  return Number.isNaN(figure) ? '' : String(figure).replace('.', decimalSign);
}

/** Rows with all their columns and a header line, for a spreadsheet. Does not throw. */
export function copyRows(columns: readonly GridColumn[], rows: Iterable<number>, decimalSign: string): string {
  const header = columns.map(({ header: name, unit }) => (unit ? `${name} (${unit})` : name));
  const lines = [header];
  for (const row of rows) lines.push(columns.map((column) => copyCell(column, row, decimalSign)));
  return writeClipboardTable(lines);
}
