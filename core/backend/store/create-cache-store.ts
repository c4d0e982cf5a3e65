import type { Database } from 'better-sqlite3';
import { AppError, isAppError } from '#core/base/app-error.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { tableNames } from '#core/model/package/package-tables.ts';
import { cacheSchema, cacheSchemaVersion, missingColumns, rowTables } from './cache-schema.ts';
import type { CacheStore, ErpLink } from './cache-store.ts';
import { translateDatabaseError, withDatabaseErrors } from './database-error.ts';
import { createErpMirror, forgetRecords, keepStagedRecords } from './erp-mirror.ts';
import { openDatabase } from './open-database.ts';
import { readPlaceHistory } from './read-place-history.ts';
import { readSource, readStatus } from './read-dataset.ts';
import { writeDatasetRow, writeLinks, writeTables } from './write-dataset.ts';

export interface CacheStoreParts {
  readonly buildFrame: (source: PackageSource, datasetVersion: number) => Promise<ArrayBuffer>;
}

/**
 * Opens cache.sqlite, or makes it. Writing has a connection of its own: what reads goes on seeing the old dataset, whole,
 * until the new one is committed (STO-8). Errors: `db.*`.
 */
export function createCacheStore(path: string, { buildFrame }: CacheStoreParts): CacheStore {
  const writer = openDatabase(path, { kind: 'cache', newestVersion: cacheSchemaVersion });
  withDatabaseErrors(path, () => makeSchema(writer));
  const reader = openDatabase(path, { kind: 'cache', newestVersion: cacheSchemaVersion });
  let building: { readonly version: number; readonly frame: Promise<ArrayBuffer> } | undefined;

  async function inTransaction(work: () => Promise<number>): Promise<number> {
    try {
      writer.exec('BEGIN IMMEDIATE');
      try {
        const version = await work();
        writer.exec('COMMIT');
        return version;
      } catch (error) {
        if (writer.inTransaction) writer.exec('ROLLBACK');
        throw error;
      }
    } catch (error) {
      throw translateDatabaseError(error, path);
    }
  }

  async function frameOf(version: number): Promise<ArrayBuffer> {
    const kept = reader.prepare<[number], Buffer>(`SELECT bytes FROM frame WHERE version = ?`).pluck().get(version);
    if (kept) return toArrayBuffer(kept);
    const frame = await buildFrame(readSource(reader), version).catch((error: unknown) => {
      if (isAppError(error) && error.code === 'data.stale') return undefined;
      throw error;
    });
    // Another dataset came while this one was read: its frame is the one to show.
    if (!frame) return frameOf(readStatus(reader).version);
    keepIfPossible(() => {
      writer
        .prepare(`INSERT OR REPLACE INTO frame (version, bytes) SELECT version, ? FROM dataset WHERE version = ?`)
        .run(Buffer.from(frame), version);
    });
    return frame;
  }

  return {
    status: () => withDatabaseErrors(path, () => readStatus(reader)),
    replaceAll: (source, provenance, confirm) =>
      inTransaction(async () => {
        const counts = await writeTables(writer, tableNames, source);
        await confirm?.();
        writeLinks(writer, []);
        forgetRecords(writer);
        return writeDatasetRow(writer, source.manifest, provenance, counts);
      }),
    replaceTables: (tables, source, manifest, provenance, links) =>
      inTransaction(async () => {
        const counts = await writeTables(writer, tables, source);
        writeLinks(writer, links);
        keepStagedRecords(writer);
        return writeDatasetRow(writer, manifest, provenance, counts);
      }),
    mirror: createErpMirror(writer, reader, path),
    source: () => withDatabaseErrors(path, () => readSource(reader)),
    historyOf: (itemId, siteId) => withDatabaseErrors(path, () => readPlaceHistory(reader, itemId, siteId)),
    links: (model) => withDatabaseErrors(path, () => readLinks(reader, model)),
    frame() {
      const { version } = withDatabaseErrors(path, () => readStatus(reader));
      if (version === 0) {
        return Promise.reject(
          new AppError('data.missing', 'There is no data yet. Import a planning package, or connect the ERP and get its data.'),
        );
      }
      if (building?.version !== version) {
        const frame = frameOf(version);
        building = { version, frame };
        // Kept only while it is under way: the next asker reads it from the store.
        const forget = (): void => {
          if (building?.frame === frame) building = undefined;
        };
        frame.then(forget, forget);
      }
      return building.frame;
    },
    kept: (version, part) =>
      withDatabaseErrors(path, () => {
        const bytes = reader
          .prepare<[number, string], Buffer>(`SELECT bytes FROM derived WHERE version = ? AND part = ?`)
          .pluck()
          .get(version, part);
        return bytes && toArrayBuffer(bytes);
      }),
    keep: (version, part, bytes) =>
      keepIfPossible(() => {
        writer.prepare(`DELETE FROM derived WHERE version <> ?`).run(version);
        writer
          .prepare(`INSERT OR REPLACE INTO derived (version, part, bytes) SELECT version, ?, ? FROM dataset WHERE version = ?`)
          .run(part, Buffer.from(bytes), version);
      }),
    close() {
      reader.close();
      writer.close();
    },
  };
}

/** What is kept here can be made again: a full disk or another writer is no reason to refuse the plan. */
function keepIfPossible(keep: () => void): void {
  try {
    keep();
  } catch (error) {
    if (translateDatabaseError(error) === error) throw error;
  }
}

function makeSchema(database: Database): void {
  if (Number(database.pragma('user_version', { simple: true })) === cacheSchemaVersion) return;
  database.transaction(() => {
    database.exec(cacheSchema());
    for (const name of rowTables) {
      const found = database.prepare<[string], string>(`SELECT name FROM pragma_table_info(?)`).pluck().all(name);
      for (const statement of missingColumns(name, new Set(found))) database.exec(statement);
    }
    database.exec(`DELETE FROM frame; DELETE FROM derived;`);
    database.pragma(`user_version = ${cacheSchemaVersion}`);
  })();
}

function readLinks(database: Database, model: string): Map<string, ErpLink> {
  const rows = database
    .prepare<[string], { erp_id: number; entity_id: string; facts: string }>(
      `SELECT erp_id, entity_id, facts FROM erp_link WHERE model = ?`,
    )
    .all(model);
  return new Map(
    rows.map((row) => [
      row.entity_id,
      {
        model,
        erpId: row.erp_id,
        entityId: row.entity_id,
        facts: JSON.parse(row.facts) as ErpLink['facts'], // written by writeLinks
      },
    ]),
  );
}

/** The bytes in a buffer of their own, as views need their first byte at offset 0. */
function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && byteOffset === 0 && buffer.byteLength === byteLength;
  return isWhole ? buffer : new Uint8Array(bytes).buffer;
}
