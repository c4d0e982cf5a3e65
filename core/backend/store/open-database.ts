import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import Database, { type Database as DatabaseHandle } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';
import { withDatabaseErrors } from './database-error.ts';

/** Marks a file as one of ours and says which (SQLite's application_id). */
export const applicationIds = { cache: 0x53574331, plan: 0x53575031 } as const;

export interface OpenOptions {
  readonly kind: keyof typeof applicationIds;
  /** The newest schema this program knows. */
  readonly newestVersion: number;
}

/**
 * Opens or creates a store file (STO-1 to STO-4): WAL, foreign keys, full synchronisation, two seconds of patience with
 * another writer. A file that is something else, or of a newer program, is never touched. Errors: `db.*`.
 */
export function openDatabase(path: string, options: OpenOptions): DatabaseHandle {
  return withDatabaseErrors(path, () => {
    refuseTruncated(path);
    let database: DatabaseHandle;
    try {
      database = new Database(path, { timeout: 2000 });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new AppError('db.readOnly', `The folder of ${path} is not there. Create it or choose another place.`, {
        cause: error,
      });
    }
    try {
      claim(database, path, options);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function claim(database: DatabaseHandle, path: string, { kind, newestVersion }: OpenOptions): void {
  const found = database.pragma('application_id', { simple: true });
  const isNew = found === 0 && database.prepare(`SELECT count(*) FROM sqlite_schema`).pluck().get() === 0;
  if (!isNew && found !== applicationIds[kind]) {
    throw new AppError('db.corrupt', `${path} is a database of another program. It was left as it is; choose another file.`, {
      data: { path },
    });
  }
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > newestVersion) {
    throw new AppError(
      'db.fromFuture',
      `${path} was written by a newer version of the program (schema ${version}, this one knows ${newestVersion}). Update the program; the file was left as it is.`,
      {
        data: { path, version, newestVersion },
      },
    );
  }
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  if (isNew) database.pragma(`application_id = ${applicationIds[kind]}`);
}

/**
 * SQLite notices a cut-off file only when it reads what is missing; the header tells at once. Where there is a log beside the
 * file, pages may be there instead (a stop or a full disk in the middle of a checkpoint), and SQLite brings them back.
 */
function refuseTruncated(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  const header = Buffer.alloc(100);
  let size: number;
  try {
    const file = openSync(path, 'r');
    try {
      size = fstatSync(file).size;
      readSync(file, header, 0, 100, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return; // a file that is not there yet, or cannot be read: opening it says which
  }
  if (size === 0) return;
  const isDatabase = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isWhole = isDatabase && header.readUInt32BE(28) * pageSize <= size;
  if (!isWhole) {
    throw new AppError(
      'db.corrupt',
      `${path} is damaged or is no store of this program. It was left as it is; restore a backup, or pull the data again into a new file.`,
      {
        data: { path },
      },
    );
  }
}
