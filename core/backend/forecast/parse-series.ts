import { parseCell } from '#core/model/package/parse-cell.ts';

const number = { type: 'number' } as const;
/** First cells that only a header has, also where its columns are numbered. */
const headerNames = /^(?:(?:item|series|sku|product|part|unique)[ _.-]?)?(?:id|item|sku|series|name|key)$/i;

/**
 * Whether the first record of a series file names columns (FCT-1): its first cell is the name of a key, or it has cells
 * behind the id and none of them is a number. Does not throw.
 *
 * @example isSeriesHeader(['id', '1', '2']); isSeriesHeader(['A', '2026-01', '2026-02']); !isSeriesHeader(['A', '', '4'])
 */
export function isSeriesHeader([id = '', ...cells]: readonly string[]): boolean {
  if (headerNames.test(id.trim())) return true;
  const given = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return given.length > 0 && given.every((cell) => 'allowed' in parseCell(number, cell));
}

/**
 * The values of a record after its id (FCT-2): blanks before the first value are periods before the item was on sale, blanks
 * after the last one are not part of the series, and a blank between is a period of which the demand is unknown (NaN). What
 * is no number goes to `note` with the position of its cell. Does not throw.
 *
 * @example parseSeries(['A', '', '4', '', '6', ''], note) is [4, NaN, 6]
 */
export function parseSeries(cells: readonly string[], note: (cell: number, message: string) => void): Float64Array {
  const textOf = (cell: number) => cells[cell]?.trim() ?? '';
  let first = 1;
  while (first < cells.length && textOf(first) === '') first += 1;
  let end = cells.length;
  while (end > first && textOf(end - 1) === '') end -= 1;
  const values = new Float64Array(end - first);
  for (let cell = first; cell < end; cell += 1) {
    const text = textOf(cell);
    const parsed = text === '' ? { value: NaN } : parseCell(number, text);
    if ('allowed' in parsed) note(cell, `found "${text.slice(0, 60)}"; ${parsed.allowed}, or nothing where demand is unknown`);
    else values[cell - first] = Number(parsed.value);
  }
  return values;
}
