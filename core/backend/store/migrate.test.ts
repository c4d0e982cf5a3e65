import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { planMigrations } from '#resources/migrations/plan/plan-migrations.ts';
import { migrate } from './migrate.ts';
import { openPlanStore } from './open-plan-store.ts';

async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'plan-')), 'plan.sqlite');
}

const first = { number: 10, name: 'first', sql: 'CREATE TABLE note (text TEXT NOT NULL) STRICT;' };
const second = { number: 20, name: 'second', sql: `ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'unknown';` };

describe('migrations of the plan store', () => {
  it('STO-6 backs up what is there, then keeps its rows through every step', async () => {
    const path = await newPath();
    const database = new Database(path);
    const backups = join(dirname(path), 'backups');
    migrate(database, [first], backups);
    database.prepare(`INSERT INTO note VALUES ('order 480 of P1')`).run();
    migrate(database, [first, second], backups);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'order 480 of P1', author: 'unknown' }]);
    expect(await readdir(backups)).toEqual(['plan-schema-10.sqlite']);
    const backup = new Database(join(backups, 'plan-schema-10.sqlite'));
    expect(backup.prepare('SELECT * FROM note').all()).toEqual([{ text: 'order 480 of P1' }]);
    backup.close();
    database.close();
  });

  it('STO-6 stops at a step that fails and leaves the file as it was before', async () => {
    const path = await newPath();
    const database = new Database(path);
    migrate(database, [first], join(dirname(path), 'backups'));
    const broken = { number: 20, name: 'broken', sql: 'CREATE TABLE other (id INTEGER); INSERT INTO nowhere VALUES (1);' };
    expect(() => migrate(database, [first, broken], join(dirname(path), 'backups'))).toThrow('schema 20 (broken)');
    expect(database.pragma('user_version', { simple: true })).toBe(10);
    expect(database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()).toEqual(['note']);
    database.close();
  });

  it('0010 makes an empty plan store whose lists refuse unknown states', async () => {
    const store = openPlanStore(await newPath());
    expect(store.pragma('user_version', { simple: true })).toBe(planMigrations.at(-1)?.number);
    store.prepare(`INSERT INTO scenario VALUES ('working', 'Working plan', 0, '2026-01-05T06:00:00Z')`).run();
    store.prepare(`INSERT INTO scenario_step VALUES ('working', 1, 'done', 0)`).run();
    expect(() => store.prepare(`INSERT INTO scenario_step VALUES ('working', 2, 'maybe', 0)`).run()).toThrow('CHECK');
    expect(() => store.prepare(`INSERT INTO scenario_step VALUES ('other', 1, 'done', 0)`).run()).toThrow('FOREIGN KEY');
    store.close();
  });
});
