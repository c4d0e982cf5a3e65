import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';

/** All rows of a table at once; for tables that are small beside the history. */
export async function collectRows<Name extends TableName>(source: PackageSource, table: Name): Promise<PackageRow<Name>[]> {
  const rows: PackageRow<Name>[] = [];
  for await (const row of source.rows(table)) rows.push(row);
  return rows;
}
