import { mondayOf, type CalendarDay } from '#core/base/calendar-day.ts';
import { toGrains } from '#core/base/quantity.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { BillOfMaterials } from './bill-of-materials.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { spreadKits } from './spread-kits.ts';

/** The most weeks of history a frame holds: two whole years. */
export const mostHistoryWeeks = 104;

export interface CollectedHistory {
  readonly weeks: number;
  /** The Monday of the first week. */
  readonly firstDay: CalendarDay;
  /** Grains per week of a location, oldest of `mostHistoryWeeks` first; undefined where there is none. */
  weeksOf(location: number): Float64Array | undefined;
  /** Demand of the last 365 days at cost (or price) by item, for ABC classes. */
  readonly usageValue: Float64Array;
}

/**
 * Sums the demand history into Monday weeks that end before the plan day (FRM-11). Sales and consumption count, returns
 * are subtracted, moves between own sites, adjustments and scrap are no demand. Whole grains, so the order of rows does
 * not matter.
 */
export async function collectHistory(
  source: PackageSource,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
): Promise<CollectedHistory> {
  const { planDay } = source.manifest;
  const end = mondayOf(planDay);
  const start = end - 7 * mostHistoryWeeks;
  const byLocation: (Float64Array | undefined)[] = [];
  const usageGrains = new Float64Array(master.items.length);
  let earliest = end;
  for await (const row of source.rows('demand_history')) {
    const sign = signOf(row.kind);
    if (sign === 0 || row.date >= planDay) continue;
    const kit = master.itemIndex.indexOf(row.item_id);
    const site = master.siteIndex.indexOf(row.site_id);
    const kitGrains = sign * toGrains(row.qty, master.items[kit]?.decimals ?? 0);
    spreadKits(bill, kit, site, kitGrains, row.date, (item, grains) => {
      const location = locations.numberOf(item, site);
      if (row.date >= planDay - 365) usageGrains[item] = (usageGrains[item] ?? 0) + grains;
      if (row.date < start || row.date >= end) return;
      earliest = Math.min(earliest, row.date);
      const week = Math.floor((row.date - start) / 7);
      const weeks = (byLocation[location] ??= new Float64Array(mostHistoryWeeks));
      weeks[week] = (weeks[week] ?? 0) + grains;
    });
  }
  const weeks = (end - mondayOf(earliest)) / 7;
  return {
    weeks,
    firstDay: end - 7 * weeks,
    weeksOf: (location) => byLocation[location],
    usageValue: usageGrains.map((grains, item) => valueOf(grains, master.items[item])),
  };
}

function signOf(kind: PackageRow<'demand_history'>['kind']): -1 | 0 | 1 {
  switch (kind) {
    case null:
    case 'sale':
    case 'consumption':
      return 1;
    case 'return':
      return -1;
    case 'transfer':
    case 'adjustment':
    case 'scrap':
      return 0;
  }
}

/** Grains of one item are all of one scale, so units only matter as a factor that is the same for value and total. */
function valueOf(grains: number, item: PackageRow<'items'> | undefined): number {
  const unitsPerGrain = 1 / (1000 * 10 ** (item?.decimals ?? 0));
  return Math.max(0, grains * unitsPerGrain * (item?.cost ?? item?.price ?? 0));
}
