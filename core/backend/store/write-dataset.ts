import type { Database } from 'better-sqlite3';
import type { Manifest } from '#core/model/package/manifest.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { tableNames, tableSpec, type PackageRow, type TableName } from '#core/model/package/package-tables.ts';
import type { RowTable } from './cache-schema.ts';
import type { DatasetProvenance, ErpLink } from './cache-store.ts';
import { createHistoryGatherer, createTextCodes } from './history-packing.ts';

/** Rows inserted by one statement: fewer calls are measurably faster, more no longer are. */
const rowsPerInsert = 50;

/**
 * Replaces the rows of the named tables, inside the caller's transaction, and returns how many there are now. Tables are
 * read in the package's order whatever order they are named in, as later ones refer to earlier ones.
 */
export async function writeTables(
  database: Database,
  names: readonly TableName[],
  source: PackageSource,
): Promise<Partial<Record<TableName, number>>> {
  const counts: Partial<Record<TableName, number>> = {};
  for (const name of tableNames) {
    if (!names.includes(name)) continue;
    counts[name] = name === 'demand_history' ? await writeHistory(database, source) : await writeRows(database, name, source);
  }
  return counts;
}

async function writeRows(database: Database, name: RowTable, source: PackageSource): Promise<number> {
  const columns = Object.keys(tableSpec(name).columns);
  const place = `(${columns.map(() => '?').join(',')})`;
  const head = `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(',')}) VALUES `;
  const insertMany = database.prepare(head + Array<string>(rowsPerInsert).fill(place).join(','));
  const insertOne = database.prepare(head + place);
  database.prepare(`DELETE FROM "${name}"`).run();
  let values: unknown[] = [];
  let rows = 0;
  for await (const row of source.rows(name)) {
    for (const column of columns) values.push(row[column as keyof PackageRow<RowTable>]); // the columns of this table
    rows += 1;
    if (values.length < columns.length * rowsPerInsert) continue;
    insertMany.run(values);
    values = [];
  }
  for (let first = 0; first < values.length; first += columns.length) insertOne.run(values.slice(first, first + columns.length));
  return rows;
}

async function writeHistory(database: Database, source: PackageSource): Promise<number> {
  const codes = createTextCodes();
  const gatherer = createHistoryGatherer(codes);
  for await (const row of source.rows('demand_history')) gatherer.add(row);
  database.exec(`DELETE FROM demand_history; DELETE FROM history_text;`);
  const insert = database.prepare(`INSERT INTO demand_history (item_id, site_id, packed) VALUES (?, ?, ?)`);
  for (const { itemId, siteId, bytes } of gatherer.packed()) insert.run(itemId, siteId, bytes);
  const insertText = database.prepare(`INSERT INTO history_text (code, text) VALUES (?, ?)`);
  codes.texts.forEach((text, code) => insertText.run(code, text));
  return gatherer.rows;
}

/** Replaces all ERP links, inside the caller's transaction. */
export function writeLinks(database: Database, links: Iterable<ErpLink>): void {
  database.exec(`DELETE FROM erp_link`);
  const insert = database.prepare(`INSERT OR REPLACE INTO erp_link (model, erp_id, entity_id, facts) VALUES (?, ?, ?, ?)`);
  for (const link of links) insert.run(link.model, link.erpId, link.entityId, JSON.stringify(link.facts));
}

/** Writes what the dataset is, with the next version, inside the caller's transaction. */
export function writeDatasetRow(
  database: Database,
  manifest: Manifest,
  provenance: DatasetProvenance,
  counts: Partial<Record<TableName, number>>,
): number {
  const old = database.prepare<[], { version: number; row_counts: string }>(`SELECT version, row_counts FROM dataset`).get();
  const version = (old?.version ?? 0) + 1;
  const allCounts = { ...(old ? (JSON.parse(old.row_counts) as object) : {}), ...counts }; // written by this function
  database
    .prepare(
      `INSERT OR REPLACE INTO dataset (id, version, plan_day, horizon_days, currency, source, source_name, as_of, row_counts)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      version,
      manifest.planDay,
      manifest.horizonDays,
      manifest.currency,
      provenance.source,
      provenance.sourceName,
      provenance.asOf,
      JSON.stringify(allCounts),
    );
  database.exec(`DELETE FROM frame`);
  return version;
}
