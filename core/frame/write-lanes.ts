import { toGrains } from '#core/base/quantity.ts';
import type { LocationLane } from './close-network.ts';
import { codeOf, orderKinds } from './codes.ts';
import { notSet, type FrameViews } from './frame-layout.ts';
import type { ItemLocations } from './item-locations.ts';
import type { OrderCalendars } from './order-calendars.ts';
import type { NodeEntries } from './node-entries.ts';
import type { MasterData } from './read-master-data.ts';

/** Fills the columns of lanes; a lane without a unit cost takes the item's. Does not throw. */
export function writeLanes(
  views: FrameViews,
  lanes: NodeEntries<LocationLane>,
  master: MasterData,
  met: ItemLocations,
  nodeOf: (location: number) => number,
  calendars: OrderCalendars,
): void {
  views.laneStart.set(lanes.start);
  lanes.entries.forEach(({ location, row, sourceLocation }, lane) => {
    const item = master.items[met.itemOf(location)];
    const decimals = item?.decimals ?? 0;
    const supplier = row.kind === 'buy' ? master.supplierIndex.find(row.source_id ?? '') : undefined;
    views.laneKind[lane] = codeOf(orderKinds, row.kind);
    views.laneSource[lane] = sourceLocation === undefined ? (supplier ?? notSet) : nodeOf(sourceLocation);
    views.laneLeadTimeDays[lane] = row.lead_time_days;
    views.laneLeadTimeSd[lane] = row.lead_time_sd ?? 0;
    views.laneWorkingDays[lane] = row.lead_time_basis === 'working' ? 1 : 0;
    views.laneMoq[lane] = toGrains(row.moq ?? 0, decimals);
    views.laneMultiple[lane] = toGrains(row.multiple ?? 0, decimals);
    views.laneMaxQty[lane] = toGrains(row.max_qty ?? 0, decimals);
    views.laneUnitCost[lane] = row.unit_cost ?? item?.cost ?? 0;
    views.lanePriority[lane] = row.priority ?? 1;
    views.laneShare[lane] = row.share ?? 0;
    views.laneReviewDays[lane] = row.review_days ?? 0;
    views.laneCalendar[lane] = calendars.calendarOf(row);
    views.laneValidFrom[lane] = row.valid_from ?? notSet;
    views.laneValidTo[lane] = row.valid_to ?? notSet;
  });
}
