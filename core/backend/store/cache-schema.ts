import { tableNames, tableSpec, type ColumnSpec, type TableName } from '#core/model/package/package-tables.ts';

/**
 * The schema of cache.sqlite. Up to now tables and columns were only added, so that an older cache gains them when it is
 * opened. It also counts up when the columns of a frame or a forecast change: those that were kept are of the program that made them.
 */
export const cacheSchemaVersion = 7;

/** The history is packed per item-location; every other table has a row per row. */
export type RowTable = Exclude<TableName, 'demand_history'>;
export const rowTables = tableNames.filter((name): name is RowTable => name !== 'demand_history');

/** The statements that make what a cache lacks, from the table spec of the data package. */
export function cacheSchema(): string {
  const tables = rowTables.map((name) => {
    const columns = Object.entries(tableSpec(name).columns).map(([column, spec]) => `"${column}" ${typeOf(spec)}`);
    return `CREATE TABLE IF NOT EXISTS "${name}" (${columns.join(', ')}) STRICT;`;
  });
  return `
    CREATE TABLE IF NOT EXISTS dataset (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL,
      plan_day INTEGER NOT NULL,
      horizon_days INTEGER NOT NULL,
      currency TEXT NOT NULL,
      source TEXT NOT NULL,
      source_name TEXT NOT NULL,
      as_of TEXT NOT NULL,
      row_counts TEXT NOT NULL CHECK (json_valid(row_counts))
    ) STRICT;
    ${tables.join('\n')}
    CREATE TABLE IF NOT EXISTS demand_history (item_id TEXT NOT NULL, site_id TEXT NOT NULL, packed BLOB NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS demand_history_by_place ON demand_history (item_id, site_id);
    CREATE INDEX IF NOT EXISTS demand_exclusions_by_place ON demand_exclusions (item_id, site_id);
    CREATE TABLE IF NOT EXISTS history_text (code INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS erp_link (
      model TEXT NOT NULL,
      erp_id INTEGER NOT NULL,
      entity_id TEXT NOT NULL,
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      PRIMARY KEY (model, entity_id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS frame (version INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS derived (version INTEGER NOT NULL, part TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (version, part)) STRICT;
    CREATE TABLE IF NOT EXISTS erp_record (
      model TEXT NOT NULL,
      id INTEGER NOT NULL,
      write_date TEXT NOT NULL,
      hash TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (model, id)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS erp_record_by_write_date ON erp_record (model, write_date, id);
    -- What a pull has brought and not yet made the dataset; a record without a body is to be removed.
    CREATE TABLE IF NOT EXISTS erp_staged (
      model TEXT NOT NULL,
      id INTEGER NOT NULL,
      write_date TEXT,
      hash TEXT,
      body TEXT CHECK (json_valid(body)),
      PRIMARY KEY (model, id)
    ) STRICT;
    CREATE VIEW IF NOT EXISTS erp_next AS
      SELECT model, id, write_date, hash, body FROM erp_staged WHERE body IS NOT NULL
      UNION ALL
      SELECT model, id, write_date, hash, body FROM erp_record kept
      WHERE NOT EXISTS (SELECT 1 FROM erp_staged staged WHERE staged.model = kept.model AND staged.id = kept.id);
  `;
}

/** The statements that add to an older table the columns it lacks; `found` are those it has. A new column is never required. */
export function missingColumns(name: RowTable, found: ReadonlySet<string>): string[] {
  return Object.entries(tableSpec(name).columns)
    .filter(([column]) => !found.has(column))
    .map(([column, spec]) => `ALTER TABLE "${name}" ADD COLUMN "${column}" ${typeOf(spec)};`);
}

function typeOf({ kind, required }: ColumnSpec): string {
  const type = kind.type === 'number' ? 'REAL' : kind.type === 'date' || kind.type === 'flag' ? 'INTEGER' : 'TEXT';
  return required ? `${type} NOT NULL` : type;
}
