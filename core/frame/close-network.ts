import type { Manifest } from '#core/model/package/manifest.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { BillOfMaterials, Component } from './bill-of-materials.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { resolveLanes, type LaneRow } from './resolve-lanes.ts';
import { isGroupSelector, isSiteGroup, type SelectorIndex } from './selectors.ts';
import { commonDays } from './valid-days.ts';

/** A lane of one item-location; for transfers the location it takes from, otherwise undefined. */
export interface LocationLane {
  readonly location: number;
  readonly row: LaneRow;
  readonly sourceLocation: number | undefined;
  readonly components: readonly LaneComponent[];
}

/** A component that an order on a lane consumes, and where. */
export interface LaneComponent {
  readonly componentLocation: number;
  readonly component: Component;
}

/** The location of an item's successor at the same site. */
export interface LocationSuccessor {
  readonly location: number;
  readonly successorLocation: number;
}

export interface ClosedNetwork {
  readonly lanes: LocationLane[];
  readonly successors: LocationSuccessor[];
}

/**
 * Finds the lanes of every item-location and adds the locations that these lanes, their recipes and superseded items draw
 * on, until nothing new turns up (FRM-4). Kits have no lanes of their own: nothing is ordered that exists on paper only.
 */
export function closeNetwork(
  lanes: SelectorIndex<LaneRow>,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
  isOnPaper: (item: number, site: number) => boolean,
): ClosedNetwork {
  const closed: ClosedNetwork = { lanes: [], successors: [] };
  for (let location = 0; location < locations.count; location += 1) {
    const item = locations.itemOf(location);
    const site = locations.siteOf(location);
    if (isOnPaper(item, site)) continue;
    const successor = master.itemIndex.find(master.items[item]?.successor_id ?? '');
    if (successor !== undefined) {
      closed.successors.push({ location, successorLocation: locations.numberOf(successor, site) });
    }
    for (const row of resolveLanes(lanes, master, item, site)) {
      const sourceSite = row.kind === 'buy' ? undefined : master.siteIndex.find(row.source_id ?? '');
      const sourceLocation =
        row.kind === 'transfer' && sourceSite !== undefined ? locations.numberOf(item, sourceSite) : undefined;
      closed.lanes.push({ location, row, sourceLocation, components: componentsOf(row, item, site, sourceSite) });
    }
  }

  function componentsOf(row: LaneRow, item: number, site: number, sourceSite: number | undefined): readonly LaneComponent[] {
    if (row.kind === 'transfer') return noComponents;
    const consumed =
      row.kind === 'make'
        ? bill.componentsOf(item, sourceSite ?? site)
        : bill.subcontractedOf(item, subcontractorSite(row.source_id, master) ?? site, site);
    return consumed.map((component) => ({
      componentLocation: locations.numberOf(component.item, component.site),
      component,
    }));
  }
  return closed;
}

/** True for a kit whose recipe holds from the plan day to the end of the horizon, so that nothing is ever asked of itself. */
export function isOnPaperOnly(
  bill: BillOfMaterials,
  item: number,
  site: number,
  { planDay, horizonDays }: Pick<Manifest, 'planDay' | 'horizonDays'>,
): boolean {
  if (!bill.isKit(item, site)) return false;
  const horizon = { from: planDay, to: planDay + Math.max(1, horizonDays) - 1 };
  return !bill.partsOf(item, site).some((part) => part.item === item && commonDays(part.valid, horizon) !== undefined);
}

const noComponents: readonly never[] = [];

/** Where a subcontractor keeps what it is given: the site with its own id, else the only site of that kind. */
function subcontractorSite(supplierId: string | null, master: MasterData): number | undefined {
  const own = master.siteIndex.find(supplierId ?? '');
  if (own !== undefined) return own;
  const [only, second] = master.sites.flatMap((row, site) => (row.kind === 'subcontractor' ? site : []));
  return second === undefined ? only : undefined;
}

/** Adds the item-locations that lanes and policies name one by one; group rows name no location. */
export function addNamedLocations(
  rows: readonly Pick<PackageRow<'lanes'>, 'item_id' | 'site_id'>[],
  master: MasterData,
  locations: ItemLocations,
): void {
  for (const row of rows) {
    if (isGroupSelector(row.item_id) || isSiteGroup(row.site_id, master)) continue;
    locations.numberOf(master.itemIndex.indexOf(row.item_id), master.siteIndex.indexOf(row.site_id));
  }
}
