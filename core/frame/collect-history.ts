import { mondayOf, type CalendarDay } from '#core/base/calendar-day.ts';
import { toGrains } from '#core/base/quantity.ts';
import { createHistoryCleanser } from '#core/demand/cleansing/create-history-cleanser.ts';
import { streamOf } from '#core/demand/cleansing/demand-stream.ts';
import type { LineExclusion } from '#core/demand/cleansing/exclusion-index.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { BillOfMaterials } from './bill-of-materials.ts';
import type { CollectedForecast } from './collect-forecast.ts';
import { collectRows } from './collect-rows.ts';
import { collectStockOuts } from './collect-stock-outs.ts';
import { notSet } from './frame-layout.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { spreadKits } from './spread-kits.ts';

/** The most weeks of history a frame holds: two whole years. */
export const mostHistoryWeeks = 104;

export interface CollectedHistory {
  readonly weeks: number;
  /** The Monday of the first week. */
  readonly firstDay: CalendarDay;
  /** Grains per week of a location, oldest of `mostHistoryWeeks` first, NaN where unknown; undefined where there is none. */
  weeksOf(location: number): Float64Array | undefined;
  /** Whose demand the weeks of a location hold: kits, and notSet for the item's own. */
  askersOf(location: number): ReadonlySet<number>;
  /** Demand of the last 365 days at cost (or price) by item, for ABC classes. */
  readonly usageValue: Float64Array;
}

/**
 * Sums the demand history into Monday weeks that end before the plan day (FRM-11): sales and consumption, without cancelled
 * pairs and lines a planner has excluded; a week without stock is unknown. A kit's history falls on the components
 * that the recipe of the plan day has, as what is forecast from it is delivered under that one; where the kit's own
 * forecast is given, it is left out (FRM-12). Errors: `plan.cycle`.
 */
export async function collectHistory(
  source: PackageSource,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
  forecast: CollectedForecast,
): Promise<CollectedHistory> {
  const { planDay } = source.manifest;
  const end = mondayOf(planDay);
  const start = end - 7 * mostHistoryWeeks;
  const siteCount = master.sites.length;
  const byLocation: (Float64Array | undefined)[] = [];
  const ownDemand: boolean[] = [];
  const kitsOf = new Map<number, Set<number>>();
  const usage = createUsage(master.items.length);
  let earliest = end;

  function count(place: number, day: CalendarDay, kitGrains: number): void {
    const kit = Math.floor(place / siteCount);
    const site = place % siteCount;
    spreadKits(bill, kit, site, kitGrains, planDay, (item, grains) => {
      const location = locations.numberOf(item, site);
      if (day >= planDay - 365) usage.add(item, grains);
      if (day < start || day >= end) return;
      if (item === kit) ownDemand[location] = true;
      else if (forecast.isGiven(kit, site)) return;
      else kitsOf.set(location, (kitsOf.get(location) ?? new Set<number>()).add(kit));
      earliest = Math.min(earliest, day);
      const week = Math.floor((day - start) / 7);
      const weeks = (byLocation[location] ??= new Float64Array(mostHistoryWeeks));
      weeks[week] = (weeks[week] ?? 0) + grains;
    });
  }

  const exclusions = (await collectRows(source, 'demand_exclusions')).map((row) => exclusionOf(row, master));
  for (const { place } of exclusions) {
    // An item of which every line is excluded is still there to be looked at.
    const [item, site] = [Math.floor(place / siteCount), place % siteCount];
    if (!bill.isKit(item, site)) locations.numberOf(item, site);
  }
  const cleanser = createHistoryCleanser(exclusions, count);
  for await (const row of source.rows('demand_history')) {
    const stream = streamOf(row.kind, row.qty);
    if (stream === undefined || row.date >= planDay) continue;
    const item = master.itemIndex.indexOf(row.item_id);
    const place = item * siteCount + master.siteIndex.indexOf(row.site_id);
    const qty = toGrains(Math.abs(row.qty), master.items[item]?.decimals ?? 0);
    cleanser.add({ place, day: row.date, qty, stream, customer: row.customer_id });
  }
  cleanser.finish();
  const stockOuts = collectStockOuts(await collectRows(source, 'stockouts'), master, locations);
  byLocation.forEach((weeks, location) => {
    if (weeks) byLocation[location] = stockOuts.censor(location, weeks, start);
  });
  const weeks = (end - mondayOf(earliest)) / 7;
  return {
    weeks,
    firstDay: end - 7 * weeks,
    weeksOf: (location) => byLocation[location],
    askersOf: (location) => new Set([...(kitsOf.get(location) ?? []), ...(ownDemand[location] ? [notSet] : [])]),
    usageValue: Float64Array.from(master.items, (row, item) => valueOf(usage.of(item), row)),
  };
}

/** Exclusions name lines as they were booked, so a kit's are the kit's. */
function exclusionOf(row: PackageRow<'demand_exclusions'>, master: MasterData): LineExclusion {
  const item = master.itemIndex.indexOf(row.item_id);
  return {
    place: item * master.sites.length + master.siteIndex.indexOf(row.site_id),
    day: row.date,
    qty: toGrains(Math.abs(row.qty), master.items[item]?.decimals ?? 0),
    customer: row.customer_id,
  };
}

/** Sums of a year over all sites outgrow whole doubles, so they are kept in two halves: exact in any order (FRM-5). */
function createUsage(items: number): { add(item: number, grains: number): void; of(item: number): number } {
  const unit = 2 ** 26;
  const low = new Float64Array(items);
  const high = new Float64Array(items);
  return {
    add(item, grains) {
      const rest = grains % unit;
      low[item] = (low[item] ?? 0) + rest;
      high[item] = (high[item] ?? 0) + (grains - rest) / unit;
    },
    of: (item) => (high[item] ?? 0) * unit + (low[item] ?? 0),
  };
}

/** Grains of one item are all of one scale, so units only matter as a factor that is the same for value and total. */
function valueOf(grains: number, item: PackageRow<'items'> | undefined): number {
  const unitsPerGrain = 1 / (1000 * 10 ** (item?.decimals ?? 0));
  return Math.max(0, grains * unitsPerGrain * (item?.cost ?? item?.price ?? 0));
}
