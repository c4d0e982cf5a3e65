import { packageTables, type PackageRow } from '#core/model/package/package-tables.ts';
import { compareRows } from './compare-rows.ts';
import type { MasterData } from './read-master-data.ts';
import { isSiteGroup, type SelectorIndex } from './selectors.ts';

export type LaneRow = PackageRow<'lanes'>;

/**
 * The lanes that can supply an item at a site: those of the most specific group that holds any (FRM-9), by priority.
 * A transfer needs a site that it comes from. A group row never supplies a site from itself, and a group row to buy from a company's own supplier serves only
 * that company's sites. Does not throw.
 */
export function resolveLanes(lanes: SelectorIndex<LaneRow>, master: MasterData, item: number, site: number): readonly LaneRow[] {
  const siteRow = master.sites[site];
  for (const group of lanes.groupsFor(item, site)) {
    const usable = group.filter((lane) => canServe(lane, master, siteRow?.site_id ?? '', siteRow?.company_id ?? null));
    if (usable.length > 0) return usable;
  }
  return [];
}

function canServe(lane: LaneRow, master: MasterData, siteId: string, companyId: string | null): boolean {
  if (lane.kind === 'transfer') return lane.source_id !== siteId && master.siteIndex.find(lane.source_id ?? '') !== undefined;
  if (lane.kind === 'make' || !isSiteGroup(lane.site_id, master)) return true;
  const supplier = master.suppliers[master.supplierIndex.find(lane.source_id ?? '') ?? -1];
  return !supplier?.company_id || !companyId || supplier.company_id === companyId;
}

/**
 * By priority, then by what tells lanes apart, then by every other cell, so that the order of the rows does not matter
 * (FRM-5). Does not throw.
 */
export function compareLanes(a: LaneRow, b: LaneRow): number {
  return (a.priority ?? 1) - (b.priority ?? 1) || compareCells(a, b);
}

const compareCells = compareRows<LaneRow>([
  'kind',
  'source_id',
  'valid_from',
  'lead_time_days',
  ...(Object.keys(packageTables.lanes.columns) as (keyof LaneRow)[]), // keys of a const object
]);
