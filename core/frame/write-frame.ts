import type { Manifest } from '#core/model/package/manifest.ts';
import type { ClosedNetwork } from './close-network.ts';
import type { CollectedEntries } from './collect-entries.ts';
import type { CollectedEvents } from './collect-events.ts';
import type { ForecastEntry } from './collect-forecast.ts';
import { codeOf } from './codes.ts';
import { collectPolicies } from './collect-policies.ts';
import { mostHistoryWeeks, type CollectedHistory } from './collect-history.ts';
import { allocateColumns, type ColumnLengths } from './columns.ts';
import { frameLayout, notSet, type FrameMeta, type FrameViews } from './frame-layout.ts';
import type { ItemLocations } from './item-locations.ts';
import { byFields, groupByNode } from './node-entries.ts';
import { calendarRange } from './calendar-range.ts';
import { collectOrderCalendars } from './order-calendars.ts';
import { packMasterTexts } from './pack-master-texts.ts';
import { collectLaneRows, writeLaneRows } from './lane-rows.ts';
import type { PolicyRow } from './policy-chain.ts';
import type { PriceBreaks } from './price-breaks.ts';
import type { MasterData } from './read-master-data.ts';
import type { SelectorIndex } from './selectors.ts';
import { packTexts } from './text-columns.ts';
import { usageClasses, type UsageClass } from './usage-classes.ts';
import { writeLanes } from './write-lanes.ts';
import { writeMasterColumns } from './write-master-columns.ts';
import { writePolicies } from './write-policies.ts';

/** Everything a frame is made of, with nodes already in planning order. */
export interface FrameParts {
  readonly manifest: Manifest;
  readonly datasetVersion: number;
  readonly master: MasterData;
  readonly met: ItemLocations;
  readonly history: CollectedHistory;
  readonly entries: CollectedEntries;
  readonly forecasts: readonly ForecastEntry[];
  readonly events: CollectedEvents;
  readonly network: ClosedNetwork;
  readonly priceBreaks: PriceBreaks;
  readonly policies: SelectorIndex<PolicyRow>;
  /** ABC class of each item. */
  readonly classes: readonly UsageClass[];
  /** True for kits that nothing is ever asked of itself. */
  readonly isOnPaper: (item: number, site: number) => boolean;
  readonly networkStart: Uint32Array;
  readonly levelOfNode: Int32Array;
  readonly locationOfNode: Int32Array;
  readonly nodeOf: (location: number) => number;
}

/** Allocates the frame's buffer and fills every column. Does not throw. */
export function writeFrame(parts: FrameParts): ArrayBuffer {
  const { manifest, master, met, history, entries, network, nodeOf, locationOfNode } = parts;
  const nodes = locationOfNode.length;
  const stock = groupByNode(
    entries.stock,
    nodeOf,
    nodes,
    byFields(
      (entry) => entry.status,
      (entry) => entry.expiryDay,
      (entry) => entry.releaseDay,
      (entry) => entry.grains,
    ),
  );
  const demand = groupByNode(
    entries.demand,
    nodeOf,
    nodes,
    byFields(
      (entry) => entry.day,
      (entry) => entry.priority,
      (entry) => entry.orderId,
      (entry) => entry.hold,
      (entry) => entry.grains,
    ),
  );
  const forecast = groupByNode(
    parts.forecasts,
    nodeOf,
    nodes,
    byFields(
      (entry) => entry.day,
      (entry) => entry.days,
      (entry) => entry.stream,
      (entry) => entry.grains,
    ),
  );
  const supply = groupByNode(
    entries.supply,
    nodeOf,
    nodes,
    byFields(
      (entry) => entry.day,
      (entry) => entry.orderId,
      (entry) => entry.kind,
      (entry) => entry.source,
      (entry) => entry.status,
      (entry) => entry.grains,
    ),
  );
  const events = groupByNode(
    parts.events.entries,
    nodeOf,
    nodes,
    byFields(
      (entry) => entry.day,
      (entry) => entry.event,
    ),
  );
  // Lanes keep the priority order in which they were found; it does not depend on the order of rows.
  const lanes = groupByNode(network.lanes, nodeOf, nodes, () => 0);
  const extras = collectLaneRows(lanes.entries, parts);
  const demandOrders = packTexts(demand.entries.map((entry) => entry.orderId));
  const supplyOrders = packTexts(supply.entries.map((entry) => entry.orderId));
  const eventIds = packTexts(parts.events.ids);
  const eventNames = packTexts(parts.events.names);
  const policies = collectPolicies(parts.policies, nodes, (node) => {
    const location = locationOfNode[node] ?? 0;
    return { item: met.itemOf(location), site: met.siteOf(location) };
  });
  const texts = packMasterTexts(master);
  const calendars = collectOrderCalendars(network.lanes, master);
  const range = calendarRange(manifest, network.lanes, master.calendars);
  const meta: FrameMeta = {
    datasetVersion: parts.datasetVersion,
    planDay: manifest.planDay,
    horizonDays: manifest.horizonDays,
    currency: manifest.currency,
    historyWeeks: history.weeks,
    historyFirstDay: history.firstDay,
    calendarFirstDay: range.firstDay,
    calendarSpan: range.span,
    nodes,
    networks: parts.networkStart.length - 1,
  };

  const owners = { node: nodes, item: master.items.length, site: master.sites.length, supplier: master.suppliers.length };
  const lengths = {
    ...Object.fromEntries(Object.keys(frameLayout).map((name) => [name, lengthByOwner(name, owners)])),
    ...Object.fromEntries(Object.entries(texts.columns).map(([name, column]) => [name, column.length])),
    calendarOpen: range.span * (master.calendars.length + 1 + calendars.pairs.length),
    networkStart: parts.networkStart.length,
    ...lengthsOf(['stockStatus', 'stockQty', 'stockReleaseDay', 'stockExpiryDay'], stock.entries.length),
    ...lengthsOf(['demandDay', 'demandQty', 'demandPriority', 'demandHold', 'demandOrderEnds'], demand.entries.length),
    demandOrderBytes: demandOrders.bytes.length,
    ...lengthsOf(['forecastDay', 'forecastDays', 'forecastQty', 'forecastStream'], forecast.entries.length),
    ...lengthsOf(['eventCode', 'eventDay', 'eventDays', 'eventFactor'], events.entries.length),
    ...lengthsOf(['eventIdEnds', 'eventNameEnds'], parts.events.ids.length),
    eventIdBytes: eventIds.bytes.length,
    eventNameBytes: eventNames.bytes.length,
    ...lengthsOf(
      ['supplyKind', 'supplyStatus', 'supplyDay', 'supplyQty', 'supplySource', 'supplyOrderEnds'],
      supply.entries.length,
    ),
    supplyOrderBytes: supplyOrders.bytes.length,
    ...lengthsOf(
      Object.keys(frameLayout).filter((name) => name.startsWith('lane')),
      lanes.entries.length,
    ),
    ...lengthsOf(['breakMinQty', 'breakUnitCost'], extras.breaks.length),
    ...lengthsOf(['bomNode', 'bomNumerator', 'bomDenominator', 'bomValidFrom', 'bomValidTo'], extras.components.length),
    ...lengthsOf(['breakStart', 'bomStart'], lanes.entries.length + 1),
    ...lengthsOf(
      ['stockStart', 'demandStart', 'forecastStart', 'eventStart', 'supplyStart', 'laneStart', 'policyStart'],
      nodes + 1,
    ),
    policyRow: policies.entries.length,
    ...lengthsOf(['policyRowFields', 'policyRowItemEnds', 'policyRowSiteEnds'], policies.rows.length),
    policyRowItemBytes: policies.itemTexts.bytes.length,
    policyRowSiteBytes: policies.siteTexts.bytes.length,
    historyQty: nodes * history.weeks,
  } as ColumnLengths<typeof frameLayout>; // every name of the layout is among the keys above
  const { buffer, views } = allocateColumns(frameLayout, lengths, meta);

  for (const [name, column] of Object.entries(texts.columns)) views[name as 'itemIdBytes'].set(column); // names come from the layout
  writeMasterColumns(views, master, texts, range, calendars.pairs);
  views.networkStart.set(parts.networkStart);
  views.stockStart.set(stock.start);
  stock.entries.forEach((entry, row) => {
    views.stockStatus[row] = entry.status;
    views.stockQty[row] = entry.grains;
    views.stockReleaseDay[row] = entry.releaseDay;
    views.stockExpiryDay[row] = entry.expiryDay;
  });
  views.demandStart.set(demand.start);
  demand.entries.forEach((entry, row) => {
    views.demandDay[row] = entry.day;
    views.demandQty[row] = entry.grains;
    views.demandPriority[row] = entry.priority;
    views.demandHold[row] = entry.hold;
  });
  views.demandOrderBytes.set(demandOrders.bytes);
  views.demandOrderEnds.set(demandOrders.ends);
  views.forecastStart.set(forecast.start);
  forecast.entries.forEach((entry, row) => {
    views.forecastDay[row] = entry.day;
    views.forecastDays[row] = entry.days;
    views.forecastQty[row] = entry.grains;
    views.forecastStream[row] = entry.stream;
  });
  views.eventStart.set(events.start);
  events.entries.forEach((entry, row) => {
    views.eventCode[row] = entry.event;
    views.eventDay[row] = entry.day;
    views.eventDays[row] = entry.days;
    views.eventFactor[row] = entry.factor;
  });
  views.eventIdBytes.set(eventIds.bytes);
  views.eventIdEnds.set(eventIds.ends);
  views.eventNameBytes.set(eventNames.bytes);
  views.eventNameEnds.set(eventNames.ends);
  views.supplyStart.set(supply.start);
  supply.entries.forEach((entry, row) => {
    views.supplyKind[row] = entry.kind;
    views.supplyStatus[row] = entry.status;
    views.supplyDay[row] = entry.day;
    views.supplyQty[row] = entry.grains;
    views.supplySource[row] = entry.source;
  });
  views.supplyOrderBytes.set(supplyOrders.bytes);
  views.supplyOrderEnds.set(supplyOrders.ends);
  writeLanes(views, lanes, master, met, nodeOf, calendars);
  writeLaneRows(views, extras, nodeOf);
  locationOfNode.forEach((location, node) => {
    views.nodeItem[node] = met.itemOf(location);
    views.nodeSite[node] = met.siteOf(location);
    views.nodeLevel[node] = parts.levelOfNode[node] ?? 0;
    const weeks = history.weeksOf(location);
    if (weeks) views.historyQty.set(weeks.subarray(mostHistoryWeeks - history.weeks), node * history.weeks);
  });
  views.nodeSuccessor.fill(notSet);
  views.nodeSuccessorFrom.fill(notSet);
  for (const { location, successorLocation } of network.successors) {
    views.nodeSuccessor[nodeOf(location)] = nodeOf(successorLocation);
    views.nodeSuccessorFrom[nodeOf(location)] = master.items[met.itemOf(location)]?.successor_from ?? manifest.planDay;
  }
  views.itemClass.set(parts.classes.map((name) => codeOf(usageClasses, name)));
  writePolicies(views, policies, master, parts.isOnPaper);
  clearSigns(views);
  return buffer as ArrayBuffer; // allocated without sharing
}

/** Zero has two signs in a column and one in a comparison: left as they come, ties would show the order of the rows. */
function clearSigns(views: FrameViews): void {
  for (const column of Object.values(views)) {
    if (column instanceof Float64Array) for (let row = 0; row < column.length; row += 1) column[row]! += 0; // in range
  }
}

function lengthByOwner(name: string, owners: Readonly<Record<string, number>>): number {
  for (const [owner, length] of Object.entries(owners)) if (name.startsWith(owner)) return length;
  return 0;
}

function lengthsOf(names: readonly string[], length: number): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, length]));
}
