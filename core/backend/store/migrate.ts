import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';
import { invariant } from '#core/base/invariant.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings a store up to the newest schema (STO-6): a backup of what is there, then each missing step in a transaction of
 * its own. A step that fails stops the start and leaves the file as it was after the step before. Errors: `db.*`.
 */
export function migrate(database: Database, migrations: readonly Migration[], backupFolder: string): void {
  migrations.forEach((migration, index) => {
    invariant(index === 0 || migration.number > (migrations[index - 1]?.number ?? 0), 'migrations count upwards');
  });
  const version = Number(database.pragma('user_version', { simple: true }));
  const missing = migrations.filter((migration) => migration.number > version);
  if (missing.length === 0) return;
  if (version > 0) backUp(database, backupFolder, version);
  for (const migration of missing) apply(database, migration);
}

/** The newest number of a list of migrations. @example newestVersion([]) === 0 */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

function apply(database: Database, { number, name, sql }: Migration): void {
  try {
    database.transaction(() => {
      database.exec(sql);
      const broken = database.pragma('foreign_key_check');
      invariant(Array.isArray(broken) && broken.length === 0, `migration ${number} keeps references whole`);
      database.pragma(`user_version = ${number}`);
    })();
  } catch (cause) {
    throw new AppError(
      'db.corrupt',
      `The store could not be brought to schema ${number} (${name}). It was left as it was before this step; a backup lies beside it.`,
      {
        cause,
        data: { number, name },
      },
    );
  }
}

function backUp(database: Database, folder: string, version: number): void {
  mkdirSync(folder, { recursive: true });
  const base = join(folder, `plan-schema-${version}`);
  // A backup is never written over: an earlier attempt may have left the better one.
  for (let attempt = 0; ; attempt += 1) {
    const path = attempt === 0 ? `${base}.sqlite` : `${base}-${attempt}.sqlite`;
    try {
      database.prepare('VACUUM INTO ?').run(path);
      return;
    } catch (error) {
      const isThere = error instanceof Error && error.message.includes('already exists');
      if (!isThere || attempt > 100) throw error;
    }
  }
}
