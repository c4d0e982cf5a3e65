import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '#core/base/app-error.ts';
import type { RawRecord } from '#core/model/package/package-checker.ts';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

/**
 * The records of a CSV stream with the text and line of each, header included; blank lines are passed over.
 * Throws a BrokenRecordError where the quoting cannot be read, `input.invalid` where the file cannot.
 */
export async function* readRecords(stream: Readable, file: string): AsyncGenerator<RawRecord> {
  const parser = parse({
    bom: true,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Named, as csv-parse would hold the whole file to the line end of its header.
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  // A stream that breaks has to end the parser, or the reader would wait for ever.
  stream.on('error', (error) => parser.destroy(error));
  stream.pipe(parser);
  // Lines are counted here: csv-parse counts a line end of two characters inside quotes twice.
  let line = 1;
  try {
    for await (const { record, raw } of parser as AsyncIterable<ParsedRecord>) {
      const blank = /^[\r\n]*/.exec(raw)?.[0] ?? '';
      line += countLineEnds(blank);
      const text = raw.slice(blank.length).replace(/[\r\n]+$/, '');
      yield { cells: record, text, line };
      line += countLineEnds(text) + 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BrokenRecordError(line, error);
    throw new AppError('input.invalid', `${file} cannot be read to its end. Check the disk or pack the .zip again.`, {
      cause: error,
    });
  } finally {
    stream.destroy();
  }
}

/** A file that cannot be read as CSV from a line on. */
export class BrokenRecordError extends Error {
  readonly line: number;

  constructor(line: number, cause: Error) {
    super(
      'a quoted cell is not closed, or a quote stands inside a cell that is not quoted; a quote is written as "" inside quotes',
      {
        cause,
      },
    );
    this.line = line;
  }
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n')) count += 1;
  }
  return count;
}
