/** Where a cell of a record starts in its text: lines and columns below the record's first character, from 0. */
export interface CellStart {
  readonly line: number;
  readonly column: number;
}

/**
 * The starts of the cells of one CSV record as it stands in the file (RFC 4180). Does not throw.
 *
 * @example cellStarts('A,"B,1",C').map((start) => start.column) → [0, 2, 8]
 */
export function cellStarts(record: string): CellStart[] {
  const starts: CellStart[] = [{ line: 0, column: 0 }];
  let line = 0;
  let lineStart = 0;
  let isQuoted = false;
  for (let index = 0; index < record.length; index += 1) {
    const character = record[index];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\n') {
      line += 1;
      lineStart = index + 1;
    } else if (character === ',' && !isQuoted) starts.push({ line, column: index + 1 - lineStart });
  }
  return starts;
}
