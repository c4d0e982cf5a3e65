import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { AppError } from '#core/base/app-error.ts';
import { formatCell } from '#core/model/package/format-cell.ts';
import { formatManifest } from '#core/model/package/manifest.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { tableNames, tableSpec, type TableName } from '#core/model/package/package-tables.ts';

/**
 * Writes a package as a folder, or as a file where the path ends in `.zip`; tables without rows are left out (PKG-10).
 * Everything is written beside the target and moved into place at the end, so a cut leaves no half package.
 * Errors: `input.invalid` where something is in the way, `db.full` on a full disk.
 */
export async function writePackage(source: PackageSource, path: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) {
    throw new AppError('input.invalid', `${path} is there already. Choose another place, or remove it first.`);
  }
  const half = `${path}.part-${process.pid}`;
  await rm(half, { recursive: true, force: true });
  try {
    if (path.endsWith('.zip')) await writeZip(source, half);
    else await writeFolder(source, half);
    await rename(half, path);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (isNoSpace(error)) {
      throw new AppError('db.full', `The disk is full; ${path} was not written. Free some space and try again.`, {
        cause: error,
      });
    }
    throw error;
  }
}

async function writeFolder(source: PackageSource, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.from([formatManifest(source.manifest)]), createWriteStream(join(folder, 'manifest.json')));
  for (const name of tableNames) {
    const lines = await startedLines(source, name);
    if (lines) await pipeline(Readable.from(lines), createWriteStream(join(folder, `${name}.csv`)));
  }
}

async function writeZip(source: PackageSource, path: string): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  zip.addBuffer(Buffer.from(formatManifest(source.manifest)), 'manifest.json', { mtime: zipTime });
  for (const name of tableNames) {
    const lines = await startedLines(source, name);
    if (lines) zip.addReadStream(Readable.from(lines), `${name}.csv`, { mtime: zipTime });
  }
  zip.end();
  await written;
}

/** One time for all files of all archives, so that the same package gives the same bytes. */
const zipTime = new Date(Date.UTC(2000, 0, 1));

/** The text of a table in chunks, or undefined where it has no rows. */
async function startedLines(source: PackageSource, name: TableName): Promise<AsyncGenerator<string> | undefined> {
  const chunks = tableText(source, name);
  const first = await chunks.next();
  if (first.done) return undefined;
  return (async function* () {
    yield first.value;
    yield* chunks;
  })();
}

async function* tableText(source: PackageSource, name: TableName): AsyncGenerator<string> {
  const columns = Object.entries(tableSpec(name).columns);
  const header = `${columns.map(([column]) => column).join(',')}\n`;
  let chunk = '';
  let isStarted = false;
  for await (const row of source.rows(name)) {
    const cells = row as Readonly<Record<string, string | number | null>>; // the union of all row types has these values
    if (!isStarted) chunk = header;
    isStarted = true;
    chunk += `${columns.map(([column, spec]) => quote(formatCell(spec.kind, cells[column] ?? null))).join(',')}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Characters gathered before they go to the disk. */
const chunkLength = 1 << 18;

function quote(cell: string): string {
  return /[",\r\n\uFEFF]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
