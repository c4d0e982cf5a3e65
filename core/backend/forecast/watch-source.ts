import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';

/** Who is shown the rows of which tables. */
export type SourceWatchers = { readonly [Name in TableName]?: (row: PackageRow<Name>) => void };

/**
 * Hands the rows of a source on as they are and shows each to whom it concerns: a package can be read once only. Does not throw.
 *
 * @example watchSource(source, { items: (row) => ids.push(row.item_id) })
 */
export function watchSource(source: PackageSource, watchers: SourceWatchers): PackageSource {
  return {
    manifest: source.manifest,
    rows(table) {
      const see = watchers[table];
      return see === undefined ? source.rows(table) : seen(source.rows(table), see);
    },
  };
}

async function* seen<Row>(rows: Iterable<Row> | AsyncIterable<Row>, see: (row: Row) => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    see(row);
    yield row;
  }
}
