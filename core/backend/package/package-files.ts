import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#core/base/app-error.ts';
import { openZip } from './open-zip.ts';
import type { PackageFiles } from './packed-files.ts';

/** Opens a folder, or a `.zip` of one. Errors: `input.notFound` with the path and what to do. */
export async function openPackageFiles(path: string): Promise<PackageFiles> {
  const entry = await stat(path).catch((cause: unknown) => {
    throw new AppError(
      'input.notFound',
      `There is no package at ${path}. Give the folder that holds manifest.json, or its .zip.`,
      { cause },
    );
  });
  if (entry.isDirectory()) return openFolder(path);
  if (entry.isFile() && path.endsWith('.zip')) return openZip(path);
  throw new AppError(
    'input.notFound',
    `${path} is neither a folder nor a .zip file. Give the folder that holds manifest.json, or its .zip.`,
  );
}

async function openFolder(path: string): Promise<PackageFiles> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError('input.invalid', `The folder ${path} cannot be read. Check its permissions.`, { cause });
  });
  return {
    names: entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
    links: entries.filter((entry) => entry.isSymbolicLink()).map((entry) => entry.name),
    open: (name) => Promise.resolve(createReadStream(join(path, name), { highWaterMark: 1 << 20 })),
    close: () => undefined,
  };
}
