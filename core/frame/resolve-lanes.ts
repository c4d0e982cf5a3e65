import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { MasterData } from './read-master-data.ts';
import { isGroupSelector, type SelectorIndex } from './selectors.ts';

export type LaneRow = PackageRow<'lanes'>;

/**
 * The lanes that can supply an item at a site: those of the most specific group that holds any (FRM-9), by priority.
 * A group row never supplies a site from itself, and a group row to buy from a company's own supplier serves only
 * that company's sites. Does not throw.
 */
export function resolveLanes(lanes: SelectorIndex<LaneRow>, master: MasterData, item: number, site: number): readonly LaneRow[] {
  const siteRow = master.sites[site];
  for (const group of lanes.groupsFor(item, site)) {
    const usable = group.filter((lane) => canServe(lane, master, siteRow?.site_id ?? '', siteRow?.company_id ?? null));
    if (usable.length > 0) return usable.sort(compareLanes);
  }
  return [];
}

function canServe(lane: LaneRow, master: MasterData, siteId: string, companyId: string | null): boolean {
  if (lane.kind === 'transfer') return lane.source_id !== null && lane.source_id !== siteId;
  if (lane.kind === 'make' || !isGroupSelector(lane.site_id)) return true;
  const supplier = master.suppliers[master.supplierIndex.find(lane.source_id ?? '') ?? -1];
  return !supplier?.company_id || !companyId || supplier.company_id === companyId;
}

/** By priority, then by what tells lanes apart, so that the order of the rows does not matter. */
function compareLanes(a: LaneRow, b: LaneRow): number {
  return (
    (a.priority ?? 1) - (b.priority ?? 1) ||
    compareText(a.kind, b.kind) ||
    compareText(a.source_id ?? '', b.source_id ?? '') ||
    (a.valid_from ?? -1) - (b.valid_from ?? -1) ||
    a.lead_time_days - b.lead_time_days
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
