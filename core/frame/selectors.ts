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
 * Indexes rows by their selector. Order of precedence (FRM-8): rows for the item, then for its family and class, then for
 * all items; of each of these those for the site, then for its region, then for its company, then for all sites; the family
 * before the class at the same. The rows of a group come in the order of `compare`; `classOf` gives the ABC class of an item.
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
  const usedSites = new Set(rows.map((row) => row.site_id));
  const siteSelectors = master.sites.map((_, site) => selectorsOfSite(master, site).filter((name) => usedSites.has(name)));

  function* groupsFor(item: number, site: number): Generator<readonly Row[]> {
    for (const level of itemLevels(item)) {
      const groupsOfLevel = level.flatMap((name) => groups.get(name) ?? []);
      if (groupsOfLevel.length === 0) continue;
      for (const siteSelector of siteSelectors[site] ?? []) {
        for (const ofItem of groupsOfLevel) {
          const group = ofItem.get(siteSelector);
          if (group) yield group;
        }
      }
    }
  }

  function itemLevels(item: number): readonly (readonly string[])[] {
    const row = master.items[item];
    return [[row?.item_id ?? ''], [row?.family ? `family:${row.family}` : '', `class:${classOf(item)}`], ['*']];
  }
  return { groupsFor };
}

/** How a row may name a site, the narrowest first. An id that looks like a group is an id (PKG-7). */
function selectorsOfSite(master: MasterData, site: number): readonly string[] {
  const row = master.sites[site];
  const groups = [row?.region ? `region:${row.region}` : '', row?.company_id ? `company:${row.company_id}` : '', '*'];
  return [row?.site_id ?? '', ...groups.filter((name) => isSiteGroup(name, master))];
}

/** True for selectors that stand for more than one item. @example isGroupSelector('family:PUMPS') === true */
export function isGroupSelector(selector: string): boolean {
  return selector === '*' || selector.startsWith('family:') || selector.startsWith('class:');
}

/** True for selectors that stand for more than one site: what is allowed there and no site's id. */
export function isSiteGroup(selector: string, master: MasterData): boolean {
  return master.siteIndex.find(selector) === undefined;
}
