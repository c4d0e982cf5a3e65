import type { MasterData } from './read-master-data.ts';

interface SelectorRow {
  readonly item_id: string;
  readonly site_id: string;
}

/** Finds the rows of `policies` or `lanes` that hold for an item at a site. */
export interface SelectorIndex<Row> {
  /** The groups of rows that match, the most specific first (FRM-8). */
  groupsFor(item: number, site: number): Iterable<readonly Row[]>;
}

/**
 * Indexes rows by their selector. Order of precedence: item and site, item, family then class at the site, family then
 * class, site, all. The rows of a group come in the order of `compare`; `classOf` gives the ABC class of an item.
 * Does not throw.
 */
export function createSelectorIndex<Row extends SelectorRow>(
  rows: readonly Row[],
  compare: (a: Row, b: Row) => number,
  master: MasterData,
  classOf: (item: number) => string,
): SelectorIndex<Row> {
  const groups = new Map<string, Map<string, Row[]>>();
  for (const row of rows) {
    const ofItem = groups.get(row.item_id) ?? new Map<string, Row[]>();
    groups.set(row.item_id, ofItem);
    const group = ofItem.get(row.site_id);
    if (group) group.push(row);
    else ofItem.set(row.site_id, [row]);
  }
  for (const ofItem of groups.values()) for (const group of ofItem.values()) group.sort(compare);
  const usesClasses = rows.some((row) => row.item_id.startsWith('class:'));

  function* groupsFor(item: number, site: number): Generator<readonly Row[]> {
    const siteId = master.sites[site]?.site_id ?? '';
    const row = master.items[item];
    const ofGroups = [row?.family ? `family:${row.family}` : '', usesClasses ? `class:${classOf(item)}` : ''];
    const precedence = [
      [row?.item_id ?? '', siteId],
      [row?.item_id ?? '', '*'],
      ...ofGroups.map((name) => [name, siteId]),
      ...ofGroups.map((name) => [name, '*']),
      ['*', siteId],
      ['*', '*'],
    ] as const;
    for (const [itemSelector = '', siteSelector = ''] of precedence) {
      const group = groups.get(itemSelector)?.get(siteSelector);
      if (group) yield group;
    }
  }
  return { groupsFor };
}

/** True for selectors that stand for more than one row. @example isGroupSelector('family:PUMPS') === true */
export function isGroupSelector(selector: string): boolean {
  return selector === '*' || selector.startsWith('family:') || selector.startsWith('class:');
}
