import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { planMigrations } from '#resources/migrations/plan/plan-migrations.ts';
import { migrate, newestVersion } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { withDatabaseErrors } from './database-error.ts';

/** Opens plan.sqlite with every migration applied; backups go to `backups` beside it. Errors: `db.*`. */
export function openPlanStore(path: string): Database {
  const database = openDatabase(path, { kind: 'plan', newestVersion: newestVersion(planMigrations) });
  withDatabaseErrors(path, () => migrate(database, planMigrations, join(dirname(path), 'backups')));
  return database;
}
