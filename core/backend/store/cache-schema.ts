import { tableNames, tableSpec, type ColumnSpec, type TableName } from '#core/model/package/package-tables.ts';

/** The schema of cache.sqlite. A cache of another schema is pulled or imported again, never migrated. */
export const cacheSchemaVersion = 1;

/** The history is packed per item-location; every other table has a row per row. */
export type RowTable = Exclude<TableName, 'demand_history'>;
export const rowTables = tableNames.filter((name): name is RowTable => name !== 'demand_history');

/** The statements that make an empty cache, from the table spec of the data package. */
export function cacheSchema(): string {
  const tables = rowTables.map((name) => {
    const columns = Object.entries(tableSpec(name).columns).map(([column, spec]) => `"${column}" ${typeOf(spec)}`);
    return `CREATE TABLE "${name}" (${columns.join(', ')}) STRICT;`;
  });
  return `
    CREATE TABLE dataset (
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
    CREATE TABLE demand_history (item_id TEXT NOT NULL, site_id TEXT NOT NULL, packed BLOB NOT NULL) STRICT;
    CREATE TABLE history_text (code INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE erp_link (
      model TEXT NOT NULL,
      erp_id INTEGER NOT NULL,
      entity_id TEXT NOT NULL,
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      PRIMARY KEY (model, entity_id)
    ) STRICT;
    CREATE TABLE frame (version INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  `;
}

function typeOf({ kind, required }: ColumnSpec): string {
  const type = kind.type === 'number' ? 'REAL' : kind.type === 'date' || kind.type === 'flag' ? 'INTEGER' : 'TEXT';
  return required ? `${type} NOT NULL` : type;
}
