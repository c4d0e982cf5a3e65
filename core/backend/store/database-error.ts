import { SqliteError } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';

/**
 * What a failure of the database means to the person in front of it (STO-2); anything else comes back as it is.
 *
 * @example translateDatabaseError(new SqliteError('', 'SQLITE_BUSY')) is AppError db.locked
 */
export function translateDatabaseError(error: unknown, path = 'the store'): unknown {
  // Some failures on opening come as TypeError ("directory does not exist") and are left to the caller.
  if (!(error instanceof SqliteError)) return error;
  const options = { cause: error, data: { path } };
  const kind = error.code.replace(/^(SQLITE_[A-Z]+).*/, '$1');
  switch (kind) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new AppError('db.locked', `Another program is writing to ${path}. Close it, then try again; nothing was changed.`, {
        ...options,
        retryable: true,
      });
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new AppError(
        'db.corrupt',
        `${path} is damaged or is no store of this program. It was left as it is; restore a backup, or pull the data again into a new file.`,
        options,
      );
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
    case 'SQLITE_CANTOPEN':
      return new AppError(
        'db.readOnly',
        `${path} cannot be written. Check its folder's permissions; nothing was changed.`,
        options,
      );
    case 'SQLITE_FULL':
      return new AppError(
        'db.full',
        `The disk is full; the last change to ${path} was not kept, everything before it is safe. Free some space and try again.`,
        {
          ...options,
          retryable: true,
        },
      );
    case 'SQLITE_IOERR':
      return new AppError(
        'db.corrupt',
        `The disk under ${path} does not answer (${error.code}). Everything committed before is kept; check the disk, then start again.`,
        options,
      );
    default:
      return error;
  }
}

/** Runs work on a database and translates its failures. */
export function withDatabaseErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw translateDatabaseError(error, path);
  }
}
