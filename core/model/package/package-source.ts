import type { Manifest } from './manifest.ts';
import type { PackageRow, TableName } from './package-tables.ts';

/**
 * A planning problem as a stream of checked rows: a folder, a store and a generator all read alike.
 * Tables come in the order of `tableNames`; rows of one table in any order.
 */
export interface PackageSource {
  readonly manifest: Manifest;
  rows<Name extends TableName>(table: Name): Iterable<PackageRow<Name>> | AsyncIterable<PackageRow<Name>>;
}
