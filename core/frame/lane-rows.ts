import type { LaneComponent, LocationLane } from './close-network.ts';
import { notSet, type FrameViews } from './frame-layout.ts';
import type { ItemLocations } from './item-locations.ts';
import { byFields } from './node-entries.ts';
import type { PriceBreak, PriceBreaks } from './price-breaks.ts';
import type { MasterData } from './read-master-data.ts';

/** Rows that belong to lanes, in the order of the lanes; each start has one element more than there are lanes. */
export interface LaneRows {
  readonly components: readonly LaneComponent[];
  readonly componentStart: Uint32Array;
  readonly breaks: readonly PriceBreak[];
  readonly breakStart: Uint32Array;
}

/** What the components and price breaks of lanes are found from. */
export interface LaneRowSources {
  readonly master: MasterData;
  readonly met: ItemLocations;
  readonly priceBreaks: PriceBreaks;
  readonly nodeOf: (location: number) => number;
}

/** Gathers the components and price breaks of all lanes, lanes in planning order. Does not throw. */
export function collectLaneRows(lanes: readonly LocationLane[], { master, met, priceBreaks, nodeOf }: LaneRowSources): LaneRows {
  const compare = byFields<LaneComponent>(
    (entry) => nodeOf(entry.componentLocation),
    (entry) => entry.component.valid.from,
    (entry) => entry.component.valid.to,
    (entry) => entry.component.share.numerator,
    (entry) => entry.component.share.denominator,
  );
  const components: LaneComponent[] = [];
  const breaks: PriceBreak[] = [];
  const componentStart = new Uint32Array(lanes.length + 1);
  const breakStart = new Uint32Array(lanes.length + 1);
  lanes.forEach(({ row, location, components: own }, lane) => {
    components.push(...[...own].sort(compare));
    componentStart[lane + 1] = components.length;
    const supplier = row.kind === 'buy' ? master.supplierIndex.find(row.source_id ?? '') : undefined;
    if (supplier !== undefined) breaks.push(...priceBreaks(met.itemOf(location), supplier));
    breakStart[lane + 1] = breaks.length;
  });
  return { components, componentStart, breaks, breakStart };
}

/** Fills the columns of components and price breaks. Does not throw. */
export function writeLaneRows(views: FrameViews, rows: LaneRows, nodeOf: (location: number) => number): void {
  views.bomStart.set(rows.componentStart);
  rows.components.forEach(({ componentLocation, component }, row) => {
    views.bomNode[row] = nodeOf(componentLocation);
    views.bomNumerator[row] = Number(component.share.numerator);
    views.bomDenominator[row] = Number(component.share.denominator);
    views.bomValidFrom[row] = Number.isFinite(component.valid.from) ? component.valid.from : notSet;
    views.bomValidTo[row] = Number.isFinite(component.valid.to) ? component.valid.to : notSet;
  });
  views.breakStart.set(rows.breakStart);
  rows.breaks.forEach(({ minGrains, unitCost }, row) => {
    views.breakMinQty[row] = minGrains;
    views.breakUnitCost[row] = unitCost;
  });
}
