import type { Manifest } from './manifest.ts';
import type { PackageSource } from './package-source.ts';
import { packageTables, type PackageRow, type TableName } from './package-tables.ts';

/** Rows of some tables, as they would stand in files: columns that are not set may be left out. */
export type MemoryTables = { readonly [Name in TableName]?: Iterable<Partial<PackageRow<Name>>> };

/**
 * A package in memory, for tests and small conversions. Missing columns read as null. Does not check anything.
 *
 * @example createMemoryPackage(manifest, { items: [{ item_id: 'A' }] }).rows('items') yields one row with name null
 */
export function createMemoryPackage(manifest: Manifest, tables: MemoryTables): PackageSource {
  return {
    manifest,
    *rows<Name extends TableName>(name: Name) {
      const empty = Object.fromEntries(Object.keys(packageTables[name].columns).map((column) => [column, null]));
      for (const row of tables[name] ?? []) {
        yield { ...empty, ...row } as PackageRow<Name>; // every column is there, as null where not set
      }
    },
  };
}
