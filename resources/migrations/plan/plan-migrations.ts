import { initialMigration } from './0010-initial.ts';

/** The migrations of plan.sqlite, numbered by tens; released ones are never changed. */
export const planMigrations = [initialMigration] as const;
