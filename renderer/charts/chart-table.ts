/** The figures behind a chart: what the keyboard, the clipboard and a file get. */
export interface ChartTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as CSV after RFC 4180. Does not throw. @example writeCsv({ header: ['a'], rows: [['1,5']] }) // 'a\r\n"1,5"\r\n' */
export function writeCsv(table: ChartTable): string {
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [table.header, ...table.rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}
