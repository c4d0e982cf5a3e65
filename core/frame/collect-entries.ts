import { toGrains } from '#core/base/quantity.ts';
import { notSet } from './frame-layout.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { BillOfMaterials } from './bill-of-materials.ts';
import { codeOf, forecastStreams, orderKinds, stockStatuses, supplyStatuses } from './codes.ts';
import type { ItemLocations } from './item-locations.ts';
import type { MasterData } from './read-master-data.ts';
import { spreadKits } from './spread-kits.ts';

export interface StockEntry {
  readonly location: number;
  readonly status: number;
  readonly grains: number;
  readonly releaseDay: number;
  readonly expiryDay: number;
}
export interface DemandEntry {
  readonly location: number;
  readonly day: number;
  readonly grains: number;
  readonly priority: number;
  readonly hold: number;
  readonly orderId: string;
}
export interface ForecastEntry {
  readonly location: number;
  readonly day: number;
  readonly days: number;
  readonly grains: number;
  readonly stream: number;
}
export interface SupplyEntry {
  readonly location: number;
  readonly kind: number;
  readonly status: number;
  readonly day: number;
  readonly grains: number;
  readonly source: number;
  readonly orderId: string;
}

export interface CollectedEntries {
  readonly stock: StockEntry[];
  readonly demand: DemandEntry[];
  readonly forecast: ForecastEntry[];
  readonly supply: SupplyEntry[];
}

/** Priority of an order that states none: after all that do. */
const lowestPriority = 1000;

/** Reads stock, open demand, given forecasts and open supply, in grains; kits fall on their components (FRM-12). */
export async function collectEntries(
  source: PackageSource,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
): Promise<CollectedEntries> {
  const entries: CollectedEntries = { stock: [], demand: [], forecast: [], supply: [] };
  function place(row: { readonly item_id: string; readonly site_id: string; readonly qty: number }): {
    item: number;
    site: number;
    grains: number;
  } {
    const item = master.itemIndex.indexOf(row.item_id);
    const site = master.siteIndex.indexOf(row.site_id);
    return { item, site, grains: toGrains(row.qty, master.items[item]?.decimals ?? 0) };
  }

  for await (const row of source.rows('stock')) {
    const { item, site, grains } = place(row);
    entries.stock.push({
      location: locations.numberOf(item, site),
      status: codeOf(stockStatuses, row.status ?? 'available'),
      grains,
      releaseDay: row.release_on ?? notSet,
      expiryDay: row.expires_on ?? notSet,
    });
  }
  for await (const row of source.rows('demand_open')) {
    const { item, site, grains } = place(row);
    spreadKits(bill, item, site, grains, row.due_date, (part, partGrains) => {
      entries.demand.push({
        location: locations.numberOf(part, site),
        day: row.due_date,
        grains: partGrains,
        priority: row.priority ?? lowestPriority,
        hold: row.hold ?? 0,
        orderId: row.order_id,
      });
    });
  }
  for await (const row of source.rows('forecast')) {
    const { item, site, grains } = place(row);
    spreadKits(bill, item, site, grains, row.start_date, (part, partGrains) => {
      entries.forecast.push({
        location: locations.numberOf(part, site),
        day: row.start_date,
        days: row.days,
        grains: partGrains,
        stream: codeOf(forecastStreams, row.stream ?? 'statistical'),
      });
    });
  }
  for await (const row of source.rows('supply_open')) {
    const { item, site, grains } = place(row);
    const sources = row.kind === 'buy' ? master.supplierIndex : master.siteIndex;
    entries.supply.push({
      location: locations.numberOf(item, site),
      kind: codeOf(orderKinds, row.kind),
      status: codeOf(supplyStatuses, row.status ?? 'confirmed'),
      day: row.confirmed_date ?? row.due_date,
      grains,
      source: (row.kind === 'make' ? undefined : sources.find(row.source_id ?? '')) ?? notSet,
      orderId: row.order_id,
    });
  }
  return entries;
}
