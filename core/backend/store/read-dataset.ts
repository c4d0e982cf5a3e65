import type { Database } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';
import type { DatasetStatus } from '#core/contract/schemas.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { packageTables, type PackageRow, type TableName } from '#core/model/package/package-tables.ts';
import { createTextCodes, unpackHistory } from './history-packing.ts';

interface DatasetRow {
  readonly version: number;
  readonly plan_day: number;
  readonly horizon_days: number;
  readonly currency: string;
  readonly source: 'package' | 'erp';
  readonly source_name: string;
  readonly as_of: string;
  readonly row_counts: string;
}

const noDataset: DatasetStatus = {
  version: 0,
  planDay: 0,
  horizonDays: 0,
  currency: '',
  source: 'none',
  sourceName: '',
  asOf: null,
  rows: {},
};

/** What the dataset is; version 0 while there is none. */
export function readStatus(database: Database): DatasetStatus {
  const row = database.prepare<[], DatasetRow>(`SELECT * FROM dataset`).get();
  if (!row) return noDataset;
  return {
    version: row.version,
    planDay: row.plan_day,
    horizonDays: row.horizon_days,
    currency: row.currency,
    source: row.source,
    sourceName: row.source_name,
    asOf: row.as_of,
    rows: JSON.parse(row.row_counts) as Record<string, number>, // written by writeDatasetRow
  };
}

/**
 * The dataset row by row; rows in the order in which they were written. A table is read as one snapshot, and the version
 * is looked at after each, so that rows of two datasets are never taken for one: `data.stale`.
 */
export function readSource(database: Database): PackageSource {
  const { version, planDay, horizonDays, currency } = readStatus(database);
  function* rows<Name extends TableName>(name: Name): Generator<PackageRow<Name>> {
    yield* name === 'demand_history' ? (historyRows(database) as Generator<PackageRow<Name>>) : tableRows(name); // Name is demand_history here
    if (readStatus(database).version !== version) {
      throw new AppError('data.stale', 'The data was replaced while it was being read. Try again.', { retryable: true });
    }
  }
  function* tableRows<Name extends TableName>(name: Name): Generator<PackageRow<Name>> {
    const columns = Object.keys(packageTables[name].columns).map((column) => `"${column}"`);
    const select = database.prepare<[], PackageRow<Name>>(`SELECT ${columns.join(', ')} FROM "${name}" ORDER BY rowid`);
    yield* select.iterate();
  }
  return { manifest: { planDay, horizonDays, currency }, rows };
}

function* historyRows(database: Database): Generator<PackageRow<'demand_history'>> {
  const texts = database.prepare<[], string>(`SELECT text FROM history_text ORDER BY code`).pluck().all();
  const codes = createTextCodes(texts);
  const select = database.prepare<[], { item_id: string; site_id: string; packed: Buffer }>(
    `SELECT item_id, site_id, packed FROM demand_history ORDER BY rowid`,
  );
  for (const { item_id, site_id, packed } of select.iterate()) yield* unpackHistory(item_id, site_id, packed, codes);
}
