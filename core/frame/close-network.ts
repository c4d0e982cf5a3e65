import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { BillOfMaterials, Component } from './bill-of-materials.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { resolveLanes, type LaneRow } from './resolve-lanes.ts';
import type { SelectorIndex } from './selectors.ts';
import { isGroupSelector } from './selectors.ts';

/** A lane of one item-location; for transfers the location it takes from, otherwise undefined. */
export interface LocationLane {
  readonly location: number;
  readonly row: LaneRow;
  readonly sourceLocation: number | undefined;
}

/** A component that a make order at a location consumes, and where. */
export interface LocationComponent {
  readonly location: number;
  readonly componentLocation: number;
  readonly component: Component;
}

export interface ClosedNetwork {
  readonly lanes: LocationLane[];
  readonly components: LocationComponent[];
}

/**
 * Finds the lanes of every item-location and adds the locations that these lanes draw on, until nothing new turns up
 * (FRM-4). Kits have no lanes of their own: nothing is ordered that exists on paper only.
 */
export function closeNetwork(
  lanes: SelectorIndex<LaneRow>,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
): ClosedNetwork {
  const closed: ClosedNetwork = { lanes: [], components: [] };
  for (let location = 0; location < locations.count; location += 1) {
    const item = locations.itemOf(location);
    const site = locations.siteOf(location);
    if (bill.isKit(item)) continue;
    for (const row of resolveLanes(lanes, master, item, site)) {
      const sourceSite = row.kind === 'buy' ? undefined : master.siteIndex.find(row.source_id ?? '');
      const sourceLocation =
        row.kind === 'transfer' && sourceSite !== undefined ? locations.numberOf(item, sourceSite) : undefined;
      closed.lanes.push({ location, row, sourceLocation });
      if (row.kind === 'make') addComponents(location, item, sourceSite ?? site);
    }
  }

  function addComponents(location: number, item: number, site: number): void {
    if (closed.components.at(-1)?.location === location) return; // a second make lane uses the same recipe
    for (const component of bill.componentsOf(item, site)) {
      closed.components.push({ location, componentLocation: locations.numberOf(component.item, site), component });
    }
  }
  return closed;
}

/** Adds the item-locations that lanes and policies name one by one; group rows name no location. */
export function addNamedLocations(
  rows: readonly Pick<PackageRow<'lanes'>, 'item_id' | 'site_id'>[],
  master: MasterData,
  locations: ItemLocations,
): void {
  for (const row of rows) {
    if (isGroupSelector(row.item_id) || row.site_id === '*') continue;
    locations.numberOf(master.itemIndex.indexOf(row.item_id), master.siteIndex.indexOf(row.site_id));
  }
}
