/** Prints rows of named cells, figures to the right. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const names = Object.keys(rows[0] ?? {});
  const table = [names, ...rows.map((row) => names.map((name) => textOf(row[name] ?? '')))];
  const widths = names.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const cells of table) console.log(`  ${cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('   ')}`);
}

function textOf(cell: string | number): string {
  return typeof cell === 'string' ? cell : cell.toLocaleString('en');
}
