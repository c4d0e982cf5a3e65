import type { ColumnSpec, ReferenceTarget, TableName } from './package-tables.ts';

type IdTable = Exclude<ReferenceTarget, 'suppliersOrSites'>;

/** What the tables read so far let later ones refer to. */
export interface KnownIds {
  readonly ids: Readonly<Record<IdTable, Set<string>>>;
  /** The regions that sites are in. */
  readonly regions: Set<string>;
}

/** Nothing is known yet. Does not throw. @example createKnownIds().ids.sites.size === 0 */
export function createKnownIds(): KnownIds {
  return {
    ids: { companies: new Set(), sites: new Set(), items: new Set(), suppliers: new Set(), calendars: new Set() },
    regions: new Set(),
  };
}

/** The ids of a table that others may refer to; undefined for every other table. */
export function idsOfTable({ ids }: KnownIds, table: TableName): Set<string> | undefined {
  return table in ids ? ids[table as IdTable] : undefined; // the names of ids are table names
}

/**
 * What is allowed in place of `text` in a cell that refers to `target`; undefined where the text is an id of it, or stands
 * for a group in a column that takes groups (PKG-7). Does not throw.
 *
 * @example with sites of region North alone, 'region:Nort' in a column of sites gives 'a region of sites.csv after "region:"'
 */
export function allowedInstead(
  { ids, regions }: KnownIds,
  target: ReferenceTarget,
  selector: ColumnSpec['selector'],
  text: string,
): string | undefined {
  if (target === 'suppliersOrSites') {
    return ids.suppliers.has(text) || ids.sites.has(text) ? undefined : 'an id of suppliers.csv or sites.csv';
  }
  if (ids[target].has(text)) return undefined;
  if (selector !== undefined && text === '*') return undefined;
  if (selector === 'item' && /^(?:family|class):./s.test(text)) return undefined;
  if (selector === 'site' && text.startsWith('region:')) {
    return regions.has(text.slice('region:'.length)) ? undefined : 'a region of sites.csv after "region:"';
  }
  if (selector === 'site' && text.startsWith('company:')) {
    return ids.companies.has(text.slice('company:'.length)) ? undefined : 'an id of companies.csv after "company:"';
  }
  return `an id of ${target}.csv`;
}
