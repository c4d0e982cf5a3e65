/** Writes cells as spreadsheets exchange them: tabs between cells, one line per row, quotes only where needed. Does not throw. */
export function writeClipboardTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteCell).join('\t')).join('\r\n');
}

function quoteCell(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Reads what a spreadsheet has copied. A cell in quotes may hold tabs and line breaks; the line break after the last
 * row does not start another. Does not throw; an open quote ends with the text.
 *
 * @example readClipboardTable('12\t"a ""b"""\r\n13\tc\r\n') // [['12', 'a "b"'], ['13', 'c']]
 */
export function readClipboardTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = readCell(text, at);
    row.push(cell);
    at = end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function readCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1;
    return { cell: text.slice(start, end), end };
  }
  let cell = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') cell += text.charAt(at);
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else break;
    at += 1;
  }
  // What follows a closing quote up to the next border belongs to the cell as it is.
  let end = Math.min(at + 1, text.length);
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1;
  return { cell: cell + text.slice(at + 1, end), end };
}
