import { toGrains } from '#core/base/quantity.ts';
import { notSet } from './frame-layout.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { BillOfMaterials } from './bill-of-materials.ts';
import { codeOf, orderKinds, stockStatuses, supplyStatuses } from './codes.ts';
import { compareRows } from './compare-rows.ts';
import type { ItemLocations } from './item-locations.ts';
import { createKitStock } from './kit-stock.ts';
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
  readonly supply: SupplyEntry[];
}

/** An order of a kit, of which stock of the kit itself may serve a part. */
type KitOrder = DemandEntry & { readonly item: number; readonly site: number };

const compareKitOrders = compareRows<KitOrder>(['day', 'priority', 'orderId', 'hold', 'grains', 'item', 'site']);

/** Priority of an order that states none: after all that do. */
const lowestPriority = 1000;

/** Reads stock, open demand and open supply, in grains; orders of kits fall on components (FRM-12). Errors: `plan.cycle`. */
export async function collectEntries(
  source: PackageSource,
  master: MasterData,
  bill: BillOfMaterials,
  locations: ItemLocations,
): Promise<CollectedEntries> {
  const { planDay } = source.manifest;
  const entries: CollectedEntries = { stock: [], demand: [], supply: [] };
  function place(row: { readonly item_id: string; readonly site_id: string; readonly qty: number }): {
    item: number;
    site: number;
    grains: number;
  } {
    const item = master.itemIndex.indexOf(row.item_id);
    const site = master.siteIndex.indexOf(row.site_id);
    return { item, site, grains: toGrains(row.qty, master.items[item]?.decimals ?? 0) };
  }

  const kitStock = createKitStock(master.sites.length);
  for await (const row of source.rows('stock')) {
    const { item, site, grains } = place(row);
    const entry = {
      location: locations.numberOf(item, site),
      status: codeOf(stockStatuses, row.status ?? 'available'),
      grains,
      releaseDay: row.release_on ?? notSet,
      expiryDay: row.expires_on ?? notSet,
    };
    entries.stock.push(entry);
    if (bill.isKit(item, site)) kitStock.add(item, site, entry);
  }
  const kitOrders: KitOrder[] = [];
  for await (const row of source.rows('demand_open')) {
    const { item, site, grains } = place(row);
    const entry = {
      location: notSet,
      day: row.due_date,
      grains,
      priority: row.priority ?? lowestPriority,
      hold: row.hold ?? 0,
      orderId: row.order_id,
    };
    if (bill.isKit(item, site)) kitOrders.push({ ...entry, item, site });
    else entries.demand.push({ ...entry, location: locations.numberOf(item, site) });
  }
  // Orders are served from the stock of the kit in the order of their days, so all have to be there first.
  for (const { item, site, ...order } of kitOrders.sort(compareKitOrders)) {
    const day = Math.max(order.day, planDay);
    const served = order.hold === 1 ? 0 : kitStock.take(item, site, day, order.grains);
    const takeFrom = (part: number, grains: number): void => {
      entries.demand.push({ ...order, location: locations.numberOf(part, site), grains });
    };
    if (served > 0) takeFrom(item, served);
    if (served === 0 || served < order.grains) spreadKits(bill, item, site, order.grains - served, day, takeFrom);
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
