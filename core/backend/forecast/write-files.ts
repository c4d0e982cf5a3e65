import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#core/base/app-error.ts';

/** A file to write, line by line; each line ends with its line end. */
export interface TextFile {
  readonly path: string;
  readonly lines: Iterable<string>;
}

/**
 * Writes files that belong together: each beside its place, and all moved there when all are whole, so that a cut leaves the
 * old ones or none. Errors: `input.invalid` where a place cannot be written, `db.full` on a full disk, `cancelled`.
 */
export async function writeFiles(files: readonly TextFile[], signal: AbortSignal): Promise<void> {
  const partOf = ({ path }: TextFile) => `${path}.part-${process.pid}`;
  try {
    for (const file of files) await pipeline(Readable.from(inChunks(file.lines)), createWriteStream(partOf(file)), { signal });
    for (const file of files) await rename(partOf(file), file.path);
  } catch (error) {
    for (const file of files) await rm(partOf(file), { force: true });
    throw failureOf(error, files, signal);
  }
}

/** Lines gathered into pieces that are worth a write. */
function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 1 << 18) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function failureOf(cause: unknown, files: readonly TextFile[], signal: AbortSignal): unknown {
  if (signal.aborted) return new AppError('cancelled', 'The forecast was cancelled; nothing was written.', { cause });
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  const paths = files.map(({ path }) => path).join(' and ');
  if (cause.code === 'ENOSPC') {
    return new AppError('db.full', `The disk is full; ${paths} was not written. Free some space and try again.`, { cause });
  }
  const message = `${paths} cannot be written (${String(cause.code)}). Give a file in a folder that is there and may be written to.`;
  return new AppError('input.invalid', message, { cause });
}
