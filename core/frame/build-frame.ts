import type { PackageSource } from '#core/model/package/package-source.ts';
import { createBillOfMaterials } from './bill-of-materials.ts';
import { addNamedLocations, closeNetwork, isOnPaperOnly } from './close-network.ts';
import { collectEntries } from './collect-entries.ts';
import { collectEvents, compareEvents } from './collect-events.ts';
import { collectForecast } from './collect-forecast.ts';
import { collectHistory } from './collect-history.ts';
import { comparePolicies } from './compare-policies.ts';
import { collectRows } from './collect-rows.ts';
import { createItemLocations } from './item-locations.ts';
import { mergeForecasts } from './merge-forecasts.ts';
import { orderNetworks } from './order-networks.ts';
import { createPriceBreaks } from './price-breaks.ts';
import { readMasterData } from './read-master-data.ts';
import { compareLanes } from './resolve-lanes.ts';
import { createSelectorIndex } from './selectors.ts';
import { classifyUsage } from './usage-classes.ts';
import { writeFrame } from './write-frame.ts';

/**
 * Turns a dataset into a frame (rules FRM-4 to FRM-14): item-locations, their networks in planning order, and every
 * column of `frameLayout`, in one buffer. The same rows in any order give the same bytes. Reads the source once, table by
 * table; memory is that of the frame plus one table. Errors: `plan.cycle` for lanes or recipes that go in a circle.
 *
 * @example openFrame(await buildFrame(source, 1)).meta.datasetVersion === 1
 */
export async function buildFrame(source: PackageSource, datasetVersion: number): Promise<ArrayBuffer> {
  const master = await readMasterData(source);
  const bill = createBillOfMaterials(await collectRows(source, 'bom'), master);
  const met = createItemLocations(master.sites.length);
  const given = await collectForecast(source, master, bill, met);
  const history = await collectHistory(source, master, bill, met, given);
  const entries = await collectEntries(source, master, bill, met);
  const laneRows = await collectRows(source, 'lanes');
  const policyRows = await collectRows(source, 'policies');
  addNamedLocations(laneRows, master, met);
  addNamedLocations(policyRows, master, met);

  const isOnPaper = (item: number, site: number): boolean => isOnPaperOnly(bill, item, site, source.manifest);
  const classes = classifyUsage(history.usageValue);
  const classOf = (item: number): string => classes[item] ?? 'C';
  const network = closeNetwork(createSelectorIndex(laneRows, compareLanes, master, classOf), master, bill, met, isOnPaper);
  const policies = createSelectorIndex(policyRows, comparePolicies, master, classOf);
  const eventRows = await collectRows(source, 'events');
  const eventIndex = createSelectorIndex(eventRows, compareEvents, master, classOf);
  // The forecast covers whole weeks, so that its last one may end behind the horizon.
  const forecastEnd = source.manifest.planDay + 7 * Math.ceil(source.manifest.horizonDays / 7);

  // Locations were numbered as they were met; planning order starts from item and site, which no row order can change.
  const canonical = Int32Array.from({ length: met.count }, (_, location) => location).sort(
    (a, b) => met.itemOf(a) - met.itemOf(b) || met.siteOf(a) - met.siteOf(b),
  );
  const place = new Int32Array(met.count);
  canonical.forEach((location, index) => (place[location] = index));
  const supplies: number[] = [];
  for (const lane of network.lanes) {
    if (lane.sourceLocation !== undefined) supplies.push(place[lane.location] ?? 0, place[lane.sourceLocation] ?? 0);
    for (const { componentLocation } of lane.components) {
      supplies.push(place[lane.location] ?? 0, place[componentLocation] ?? 0);
    }
  }
  // What is left of an old item's demand goes over to its successor, which therefore is planned after it.
  for (const { location, successorLocation } of network.successors) {
    supplies.push(place[location] ?? 0, place[successorLocation] ?? 0);
  }
  const networks = orderNetworks(met.count, supplies, (index) => {
    const location = canonical[index] ?? 0;
    return `${master.items[met.itemOf(location)]?.item_id}@${master.sites[met.siteOf(location)]?.site_id}`;
  });
  const locationOfNode = networks.order.map((index) => canonical[index] ?? 0);
  const nodeOfLocation = new Int32Array(met.count);
  locationOfNode.forEach((location, node) => (nodeOfLocation[location] = node));

  const priceBreaks = createPriceBreaks(await collectRows(source, 'price_breaks'), master);
  return writeFrame({
    manifest: source.manifest,
    datasetVersion,
    master,
    met,
    history,
    entries,
    events: collectEvents(eventRows, eventIndex, met, history.firstDay, forecastEnd),
    forecasts: mergeForecasts(given.entries, history.askersOf),
    network,
    priceBreaks,
    policies,
    classes,
    isOnPaper,
    networkStart: networks.networkStart,
    levelOfNode: networks.order.map((index) => networks.level[index] ?? 0),
    locationOfNode,
    nodeOf: (location) => nodeOfLocation[location] ?? 0,
  });
}
