import type { Database } from 'better-sqlite3';
import { packageTables, type PackageRow } from '#core/model/package/package-tables.ts';
import type { PlaceHistory } from './cache-store.ts';
import { unpackHistory } from './history-packing.ts';
import { readStatus } from './read-dataset.ts';

/** The history of an item-location and what the data excludes of it, as one snapshot; empty where there is none. Errors: `db.*`. */
export function readPlaceHistory(database: Database, itemId: string, siteId: string): PlaceHistory {
  return database.transaction(() => {
    const selectText = database.prepare<[number], string>(`SELECT text FROM history_text WHERE code = ?`).pluck();
    const texts = new Map<number, string | null>();
    // Few of the many texts stand in one history, so they are looked up as they come.
    function textOf(code: number): string | null {
      const known = texts.get(code);
      if (known !== undefined) return known;
      const found = selectText.get(code) ?? null;
      texts.set(code, found);
      return found;
    }
    const packed = database
      .prepare<[string, string], Buffer>(`SELECT packed FROM demand_history WHERE item_id = ? AND site_id = ?`)
      .pluck()
      .all(itemId, siteId);
    const columns = Object.keys(packageTables.demand_exclusions.columns).map((column) => `"${column}"`);
    return {
      planDay: readStatus(database).planDay,
      lines: packed.flatMap((bytes) => [...unpackHistory(itemId, siteId, bytes, { textOf })]),
      exclusions: database
        .prepare<[string, string], PackageRow<'demand_exclusions'>>(
          `SELECT ${columns.join(', ')} FROM demand_exclusions WHERE item_id = ? AND site_id = ? ORDER BY rowid`,
        )
        .all(itemId, siteId),
    };
  })();
}
