import { grainsPerStep } from '#core/base/quantity.ts';
import { bucketStarts } from '#core/demand/cleansing/time-buckets.ts';
import { censorStockOuts } from '#core/demand/cleansing/censor-stock-outs.ts';
import { countStockOutDays, type StockOut } from '#core/demand/cleansing/count-stock-out-days.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { createSiteOpenDays } from './site-open-days.ts';

/** Treats the weeks of locations in which there was nothing to sell. */
export interface StockOuts {
  /** Weekly grains of a location from Monday `firstDay` on, scaled up or NaN where there was nothing to sell (DEM-85). */
  censor(location: number, weeks: Float64Array, firstDay: number): Float64Array;
}

/** Indexes the stock-outs of a package by location. Does not throw on checked rows. */
export function collectStockOuts(
  rows: readonly PackageRow<'stockouts'>[],
  master: MasterData,
  locations: ItemLocations,
): StockOuts {
  const byPlace = new Map<number, StockOut[]>();
  const placeOf = (item: number, site: number): number => item * master.sites.length + site;
  for (const row of rows) {
    const place = placeOf(master.itemIndex.indexOf(row.item_id), master.siteIndex.indexOf(row.site_id));
    const list = byPlace.get(place) ?? [];
    list.push({ from: row.from_date, to: row.to_date });
    byPlace.set(place, list);
  }
  const openDaysOf = createSiteOpenDays(master);
  return {
    censor(location, weeks, firstDay) {
      const site = locations.siteOf(location);
      const stockOuts = byPlace.get(placeOf(locations.itemOf(location), site));
      if (stockOuts === undefined) return weeks;
      const starts = bucketStarts('week', firstDay, firstDay + 7 * weeks.length);
      return censorStockOuts(weeks, countStockOutDays(starts, stockOuts, openDaysOf(site)), grainsPerStep).values;
    },
  };
}
