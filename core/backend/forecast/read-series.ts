import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '#core/base/app-error.ts';
import { BrokenRecordError, readRecords } from '#core/backend/package/read-records.ts';
import { cellStarts } from '#core/model/package/cell-starts.ts';
import { createFindingList, formatFinding, type FindingList } from '#core/model/package/finding.ts';
import type { RawRecord } from '#core/model/package/package-checker.ts';
import { isSeriesHeader, parseSeries } from './parse-series.ts';

/** One line of a series file. */
export interface NamedSeries {
  readonly id: string;
  /** Demand per period, oldest first, from the first known period to the last; NaN where it is unknown. */
  readonly values: Float64Array;
}

/** Errors shown with the failure; all that are listed are in its data. */
const errorsShown = 10;

/**
 * Reads a series file `id,v1..vn` (FCT-1 to FCT-4). Errors: `input.notFound`; `input.invalid` with every finding as
 * `file:line:column`, and then nothing is returned at all.
 */
export async function readSeries(path: string): Promise<readonly NamedSeries[]> {
  const entry = await stat(path).catch((cause: unknown) => {
    throw new AppError('input.notFound', `There is no series file at ${path}. Check the path.`, { cause });
  });
  if (!entry.isFile()) throw new AppError('input.notFound', `${path} is no file. Give a CSV file with one series per line.`);
  const findings = createFindingList();
  const series = await collectSeries(path, findings);
  refuseErrors(path, findings);
  return series;
}

async function collectSeries(path: string, findings: FindingList): Promise<readonly NamedSeries[]> {
  const series: NamedSeries[] = [];
  const lines = new Map<string, number>();
  let width = Infinity;
  let isFirst = true;
  try {
    for await (const record of readRecords(createReadStream(path, { highWaterMark: 1 << 20 }), path)) {
      if (isFirst && isSeriesHeader(record.cells)) width = record.cells.length;
      else addSeries(record, width);
      isFirst = false;
    }
    if (isFirst) findings.error(path, 1, 1, 'the file is empty; lines of an id and its demand per period are needed');
  } catch (error) {
    if (!(error instanceof BrokenRecordError)) throw error;
    findings.error(path, error.line, 1, error.message);
  }
  return series;

  function addSeries(record: RawRecord, most: number): void {
    const note = (cell: number, message: string): void => {
      const start = cellStarts(record.text)[cell] ?? { line: 0, column: 0 };
      findings.error(path, record.line + start.line, start.column + 1, message);
    };
    const { length } = record.cells;
    if (length > most) note(most, `found ${length} cells; ${most} are allowed, as in the header`);
    const [id = ''] = record.cells;
    const first = lines.get(id);
    if (id === '') note(0, 'the id is empty; each series needs one');
    else if (first !== undefined) note(0, `id ${id} is there twice, first on line ${first}; each is allowed once`);
    else lines.set(id, record.line);
    const values = parseSeries(record.cells, note);
    if (findings.errorCount === 0) series.push({ id, values });
  }
}

function refuseErrors(path: string, { errors, errorCount }: FindingList): void {
  if (errorCount === 0) return;
  const shown = errors.slice(0, errorsShown).map(formatFinding);
  const more = errorCount > shown.length ? [`… and ${errorCount - shown.length} more`] : [];
  throw new AppError('input.invalid', [`${path} has errors and nothing was forecast:`, ...shown, ...more].join('\n'), {
    data: { errors, errorCount },
  });
}
