import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { AppError } from '#core/base/app-error.ts';
import { readRecords } from '#core/backend/package/read-records.ts';

/** One row of a foreign table by its column names. */
export type ForeignRow = Readonly<Record<string, string>>;

/**
 * The rows of a `.csv` or `.csv.gz` file as they stand. Errors: `input.notFound` where neither is there, naming the path;
 * `input.invalid` where a needed column is missing.
 */
export async function* readForeignCsv(path: string, needed: readonly string[]): AsyncGenerator<ForeignRow> {
  const isZipped = existsSync(`${path}.gz`);
  if (!isZipped && !existsSync(path)) {
    throw new AppError('input.notFound', `Neither ${path} nor ${path}.gz is there. Give the folder that holds it.`);
  }
  const stream = isZipped ? createReadStream(`${path}.gz`).pipe(createGunzip()) : createReadStream(path);
  let names: readonly string[] | undefined;
  for await (const { cells } of readRecords(stream, basename(path))) {
    if (!names) {
      names = cells;
      const missing = needed.filter((name) => !cells.includes(name));
      if (missing.length === 0) continue;
      throw new AppError('input.invalid', `${path} has no column ${missing.join(', ')}. It has ${cells.join(', ')}.`);
    }
    yield Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  }
}
