import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { open, type Entry, type Options, type ZipFile } from 'yauzl';
import { AppError } from '#core/base/app-error.ts';
import type { PackageFiles } from './packed-files.ts';

/** A table of 100 million rows is about this long; anything longer is taken for a trap. */
const mostBytesPerFile = 16 * 2 ** 30;
/** CSV compresses by 5 to 20; a file that grows by more than this is taken for a trap. */
const mostGrowth = 500;

const openFile = promisify<string, Options, ZipFile>(open);

/**
 * Opens a zipped package. Nothing is unpacked to disk, so names cannot lead out of a folder; files may lie at the top or in
 * one common folder. Errors: `input.invalid` for a damaged or suspicious archive.
 */
export async function openZip(path: string): Promise<PackageFiles> {
  const zip = await openFile(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch((cause: unknown) => {
    throw new AppError('input.invalid', `${path} is not a readable .zip file. Pack the folder again.`, { cause });
  });
  const entries = await readEntries(zip, path).catch((error: unknown) => {
    zip.close();
    throw error;
  });
  return {
    names: [...entries.keys()],
    links: [],
    async open(name) {
      const entry = entries.get(name);
      if (!entry) throw new AppError('input.notFound', `${name} is not in ${path}.`);
      if (
        entry.uncompressedSize > mostBytesPerFile ||
        entry.uncompressedSize > mostGrowth * Math.max(entry.compressedSize, 1024)
      ) {
        throw new AppError(
          'input.invalid',
          `${name} in ${path} would unpack to ${entry.uncompressedSize} bytes; that is no planning table.`,
        );
      }
      return new Promise<Readable>((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
      });
    },
    close: () => zip.close(),
  };
}

async function readEntries(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName.split('/').at(-1);
      if (name && entries.has(name)) {
        reject(new AppError('input.invalid', `${name} is in ${path} twice. Pack one folder only.`));
        return;
      }
      if (name) entries.set(name, entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (cause) =>
      reject(
        new AppError('input.invalid', `${path} is damaged or names files outside itself. Pack the folder again.`, { cause }),
      ),
    );
    zip.readEntry();
  });
  return entries;
}
