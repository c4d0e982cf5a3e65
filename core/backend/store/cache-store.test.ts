import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#core/base/app-error.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { tableNames } from '#core/model/package/package-tables.ts';
import { cacheSchemaVersion } from './cache-schema.ts';
import type { CacheStore } from './cache-store.ts';
import { createCacheStore } from './create-cache-store.ts';
import { withDatabaseErrors } from './database-error.ts';
import { openDatabase } from './open-database.ts';
import { storePaths } from './store-paths.ts';

const manifest = { planDay: 20_458, horizonDays: 28, currency: 'EUR' };
const provenance = { source: 'package', sourceName: 'company', asOf: '2026-01-05T06:00:00Z' } as const;

const tables: MemoryTables = {
  sites: [{ site_id: 'HUB' }],
  items: [
    { item_id: 'P1', name: 'Pump, "large"' },
    { item_id: 'P2', decimals: 2 },
  ],
  stock: [{ item_id: 'P1', site_id: 'HUB', qty: 12.5, lot: 'L\n1' }],
  demand_history: [
    { item_id: 'P2', site_id: 'HUB', date: 20_440, qty: 0.1, channel: 'web', kind: 'sale' },
    { item_id: 'P1', site_id: 'HUB', date: 20_441, qty: 3, customer_id: 'C7' },
    { item_id: 'P2', site_id: 'HUB', date: 20_430, qty: -2, kind: 'return' },
  ],
};

async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'cache-')), 'cache.sqlite');
}

function openStore(path: string): CacheStore {
  return createCacheStore(path, { buildFrame });
}

async function rowsOf(source: PackageSource): Promise<string[]> {
  const rows: string[] = [];
  for (const name of tableNames) for await (const row of source.rows(name)) rows.push(JSON.stringify([name, row]));
  return rows.sort();
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'no error';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

describe('the cache store', () => {
  it('STO-7 gives back every row as it was, history packed or not', async () => {
    const store = openStore(await newPath());
    expect([store.status().version, store.status().source]).toEqual([0, 'none']);
    expect(await store.replaceAll(createMemoryPackage(manifest, tables), provenance)).toBe(1);
    expect(await rowsOf(store.source())).toEqual(await rowsOf(createMemoryPackage(manifest, tables)));
    expect(store.status()).toMatchObject({
      version: 1,
      planDay: 20_458,
      source: 'package',
      rows: { items: 2, demand_history: 3 },
    });
    store.close();
  });

  it('STO-8 leaves the old dataset where a row or the confirmation fails', async () => {
    const store = openStore(await newPath());
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    const refuse = (): Promise<void> => Promise.reject(new Error('refused'));
    await expect(store.replaceAll(createMemoryPackage(manifest, {}), provenance, refuse)).rejects.toThrow('refused');
    expect(store.status().version).toBe(1);
    expect(await rowsOf(store.source())).toHaveLength(7);
    store.close();
  });

  it('STO-9 replaces only the named tables and the links', async () => {
    const store = openStore(await newPath());
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    const pulled = createMemoryPackage(manifest, { stock: [{ item_id: 'P2', site_id: 'HUB', qty: 9 }] });
    const link = { model: 'product.product', erpId: 63, entityId: 'P1', facts: { uom: 1 } };
    await store.replaceTables(['stock'], pulled, { ...manifest, planDay: 20_459 }, { ...provenance, source: 'erp' }, [link]);
    expect(store.status()).toMatchObject({ version: 2, planDay: 20_459, source: 'erp', rows: { items: 2, stock: 1 } });
    expect(store.links('product.product').get('P1')).toEqual(link);
    expect(await rowsOf(store.source())).toHaveLength(7);
    store.close();
  });

  it('STO-10 keeps the frame of a version and builds a new one after a change', async () => {
    const path = await newPath();
    const store = openStore(path);
    await expect(store.frame()).rejects.toThrow('There is no data yet');
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    const first = await store.frame();
    expect(openFrame(first).meta).toMatchObject({ datasetVersion: 1, nodes: 2 });
    const stranger = createCacheStore(path, { buildFrame: () => Promise.reject(new Error('built again')) });
    expect(Buffer.from(await stranger.frame()).equals(Buffer.from(first))).toBe(true);
    stranger.close();
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    expect(openFrame(await store.frame()).meta.datasetVersion).toBe(2);
    store.close();
  });

  it('STO-13 reads the history of one item-location by its name, with what the data excludes of it', async () => {
    const store = openStore(await newPath());
    const excluded = { item_id: 'P2', site_id: 'HUB', date: 20_440, qty: 0.1 };
    await store.replaceAll(createMemoryPackage(manifest, { ...tables, demand_exclusions: [excluded] }), provenance);
    const { planDay, lines, exclusions } = store.historyOf('P2', 'HUB');
    expect([planDay, lines.map(({ qty }) => qty).sort(), exclusions.map(({ date }) => date)]).toEqual([
      20_458,
      [-2, 0.1],
      [20_440],
    ]);
    expect(store.historyOf('P1', 'HUB').lines).toEqual([
      { item_id: 'P1', site_id: 'HUB', date: 20_441, qty: 3, channel: null, customer_id: 'C7', kind: null },
    ]);
    expect(store.historyOf('P1', 'gone')).toEqual({ planDay: 20_458, lines: [], exclusions: [] });
    store.close();
  });

  it('STO-8 notices when another dataset comes while the old one is read', async () => {
    const store = openStore(await newPath());
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    const old = store.source();
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    await expect(rowsOf(old)).rejects.toMatchObject({ code: 'data.stale', retryable: true });
    store.close();
  });

  it('STO-10 builds the frame of the newest dataset where another came while it was built', async () => {
    let replaceMeanwhile = (): Promise<unknown> => Promise.resolve();
    const store = createCacheStore(await newPath(), {
      async buildFrame(source, version) {
        await replaceMeanwhile();
        return buildFrame(source, version);
      },
    });
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    replaceMeanwhile = () => {
      replaceMeanwhile = () => Promise.resolve();
      return store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    };
    expect(openFrame(await store.frame()).meta.datasetVersion).toBe(2);
    store.close();
  });

  it('STO-4 gives a cache of an older program what it lacks and keeps its rows', async () => {
    const path = await newPath();
    const store = openStore(path);
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    store.close();
    const older = new Database(path);
    older.exec(`DROP VIEW erp_next; DROP TABLE erp_staged; DROP TABLE erp_record; DROP TABLE stockouts; PRAGMA user_version = 1`);
    older.exec(`ALTER TABLE suppliers DROP COLUMN load_weight; ALTER TABLE policies DROP COLUMN wait_days`);
    older.exec(`INSERT INTO frame (version, bytes) VALUES (1, x'00')`);
    older.close();
    const again = openStore(path);
    expect(again.mirror.ids('res.partner').size).toBe(0);
    expect(await rowsOf(again.source())).toHaveLength(7);
    expect(openFrame(await again.frame()).meta.datasetVersion).toBe(1);
    again.close();
  });
});

describe('a store that cannot be used', () => {
  it('STO-1 refuses other files and leaves them as they are', async () => {
    const path = await newPath();
    await writeFile(path, 'this is a letter to a supplier, not a database '.repeat(40));
    const before = await readFile(path);
    expect(codeOf(() => openStore(path))).toBe('db.corrupt');
    expect((await readFile(path)).equals(before)).toBe(true);

    const foreign = await newPath();
    new Database(foreign).exec('CREATE TABLE letters (id INTEGER)').close();
    expect(codeOf(() => openStore(foreign))).toBe('db.corrupt');
  });

  it('STO-3 notices a file that was cut off', async () => {
    const path = await newPath();
    const store = openStore(path);
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    store.close();
    await truncate(path, 8192);
    expect(codeOf(() => openStore(path))).toBe('db.corrupt');
  });

  it('STO-3 brings back what a checkpoint that was cut off left in the log', async () => {
    const path = await newPath();
    const store = openStore(path);
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    const other = new Database(path);
    other.pragma('wal_checkpoint(FULL)');
    const cut = await newPath();
    await copyFile(path, cut);
    await copyFile(`${path}-wal`, `${cut}-wal`);
    await truncate(cut, 4096);
    other.close();
    store.close();
    const again = openStore(cut);
    expect(await rowsOf(again.source())).toHaveLength(7);
    again.close();
  });

  it('STO-4 refuses a store of a newer program', async () => {
    const path = await newPath();
    openStore(path).close();
    const newer = new Database(path);
    newer.pragma('user_version = 99');
    newer.close();
    expect(codeOf(() => openStore(path))).toBe('db.fromFuture');
  });

  it('STO-2 says that another program is writing, and goes on when it has finished', async () => {
    const path = await newPath();
    const store = openStore(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.replaceAll(createMemoryPackage(manifest, tables), provenance)).rejects.toMatchObject({
      code: 'db.locked',
    });
    other.exec('ROLLBACK');
    expect(await store.replaceAll(createMemoryPackage(manifest, tables), provenance)).toBe(1);
    other.close();
    store.close();
  });

  it('STO-2 keeps what was committed when the disk is full, and says so', async () => {
    const path = await newPath();
    const store = openStore(path);
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    store.close();
    // SQLite's own limit stands in for the disk's: the same failure at the same place.
    const database = openDatabase(path, { kind: 'cache', newestVersion: cacheSchemaVersion });
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 2}`);
    const fill = (): void => {
      for (let index = 0; index < 5000; index += 1)
        database.prepare(`INSERT INTO items (item_id) VALUES (?)`).run('N'.repeat(500));
    };
    expect(codeOf(() => withDatabaseErrors(path, () => database.transaction(fill)()))).toBe('db.full');
    database.close();
    const again = openStore(path);
    expect(await rowsOf(again.source())).toHaveLength(7);
    again.close();
  });

  it('STO-8 keeps the old dataset when the process is killed in the middle of an import', async () => {
    const path = await newPath();
    const store = openStore(path);
    await store.replaceAll(createMemoryPackage(manifest, tables), provenance);
    const script = `
      const { createCacheStore } = await import('#core/backend/store/create-cache-store.ts');
      const store = createCacheStore(${JSON.stringify(path)}, { buildFrame: async () => new ArrayBuffer(0) });
      async function* items() {
        for (let index = 0; ; index += 1) {
          if (index === 5000) console.log('half way');
          if (index > 5000) await new Promise((resolve) => setTimeout(resolve, 5));
          yield { item_id: 'N' + index };
        }
      }
      const rows = (name) => (name === 'items' ? items() : []);
      await store.replaceAll({ manifest: { planDay: 1, horizonDays: 1, currency: '' }, rows }, { source: 'package', sourceName: '', asOf: '' });
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(store.status()).toMatchObject({ version: 1, rows: { items: 2 } });
    expect(await store.replaceAll(createMemoryPackage(manifest, tables), provenance)).toBe(2);
    store.close();
  });
});

describe('storePaths', () => {
  it('STO-5 names the plan store beside the cache', () => {
    expect(storePaths('/data/company.sqlite').plan).toBe('/data/company.plan.sqlite');
    expect(storePaths('/data/cache.sqlite').plan).toBe('/data/plan.sqlite');
  });
});
