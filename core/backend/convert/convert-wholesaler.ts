import { join } from 'node:path';
import { AppError } from '#core/base/app-error.ts';
import { tryParseDay, type CalendarDay } from '#core/base/calendar-day.ts';
import { createRandom } from '#core/base/random.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { drawSuppliers, type DrawnSupplier } from './draw-lead-times.ts';
import { readForeignCsv } from './read-gzip-csv.ts';
import { siteFor, wholesalerHub, wholesalerSites } from './wholesaler-sites.ts';

/** What the conversion took, left out and assumed, for the person who runs it. */
export interface ConversionReport {
  readonly salesLines: number;
  readonly otherLines: number;
  readonly itemLocations: number;
  readonly items: number;
  readonly deliveriesDropped: number;
  readonly assumptions: readonly string[];
}

export interface WholesalerOptions {
  readonly retailFolder: string;
  readonly deliveriesFolder: string;
  /** The day after the last sale where it is left out. */
  readonly planDay?: CalendarDay;
  readonly seed: number;
}

type Row<Name extends Parameters<PackageSource['rows']>[0]> = Partial<PackageRow<Name>>;

/** Cost as a share of the median price: gross margins of gift wholesalers lie around one half. */
const costShare = 0.5;
/** Weeks of recent demand that stock covers on the plan day, at the hub and at centres, before the draw per item. */
const hubCoverWeeks = 9;
const centreCoverWeeks = 3;
const recentWeeks = 13;

interface Place {
  readonly itemId: string;
  readonly siteId: string;
  /** Units sold in the last `recentWeeks`. */
  recent: number;
}

/**
 * Turns a real wholesaler's sales lines and real supplier deliveries into a planning package (rules CNV-1 to CNV-6). What
 * the data does not hold (sites, suppliers, stock, costs) is assumed by a stated rule and drawn from a seed, so the same
 * input gives the same package. Errors: `input.notFound`, `input.invalid`.
 */
export async function convertWholesaler(
  options: WholesalerOptions,
): Promise<{ readonly source: PackageSource; readonly report: ConversionReport }> {
  const random = createRandom(options.seed);
  const { suppliers, dropped } = await drawSuppliers(
    join(options.deliveriesFolder, 'scms_deliveries.csv'),
    random.fork('suppliers'),
  );
  if (suppliers.length === 0) throw new AppError('input.invalid', 'The deliveries hold no vendor with enough dated deliveries.');
  const { history, lastDay, otherLines } = await readSales(options.retailFolder);
  const planDay = options.planDay ?? lastDay + 1;
  const places = findPlaces(history, planDay);
  const sold = new Set(history.map((row) => row.item_id));
  const items = (await readItems(options.retailFolder)).filter((item) => sold.has(item.item_id));
  const known = new Set(items.map((item) => item.item_id));
  for (const itemId of sold) if (itemId && !known.has(itemId)) items.push({ item_id: itemId, uom: 'pcs' });
  const supplierOf = new Map(items.map((item) => [item.item_id, random.fork(`supplier ${item.item_id}`).pick(suppliers)]));
  const outflow = hubOutflow(places);

  const source = createMemoryPackage(
    { planDay, horizonDays: 182, currency: 'GBP' },
    {
      companies: [{ company_id: 'WHS', name: 'Gift wholesaler', currency: 'GBP' }],
      calendars: [{ calendar_id: 'WORK', weekdays: '1111101' }],
      sites: wholesalerSites.map((site) => ({
        site_id: site.siteId,
        name: site.name,
        company_id: 'WHS',
        kind: site.siteId === wholesalerHub ? 'hub' : 'branch',
        region: site.region,
      })),
      items,
      suppliers: suppliers.map((supplier) => ({ supplier_id: supplier.supplierId, name: supplier.name, status: 'approved' })),
      stock: stockRows(places, outflow, random),
      demand_history: history,
      supply_open: supplyRows(outflow, supplierOf, planDay, random),
      lanes: [...transferLanes(), ...buyLanes(items, supplierOf)],
      policies: [
        { item_id: '*', site_id: '*', method: 'time_phased', service_target: 0.95, service_type: 'cycle' },
        { item_id: 'class:A', site_id: '*', method: 'time_phased', service_target: 0.975, service_type: 'cycle' },
      ],
      receipts_history: receiptRows(outflow, supplierOf, planDay, random),
    },
  );
  const report: ConversionReport = {
    salesLines: history.length,
    otherLines,
    itemLocations: places.size,
    items: items.length,
    deliveriesDropped: dropped,
    assumptions: [
      `cost is ${costShare * 100}% of the median price`,
      'customers are served by the centre of their country, centres by the hub',
      `stock covers about ${hubCoverWeeks} weeks at the hub and ${centreCoverWeeks} at centres, drawn per item`,
      'every item has one supplier, whose lead times are those of a real vendor',
    ],
  };
  return { source, report };
}

/** Sales of a day, item and centre as one row: invoices repeat lines, plans do not need them apart. */
async function readSales(
  folder: string,
): Promise<{ history: Row<'demand_history'>[]; lastDay: CalendarDay; otherLines: number }> {
  const sums = new Map<string, { item_id: string; site_id: string; date: CalendarDay; qty: number }>();
  let otherLines = 0;
  let lastDay = 0;
  for await (const row of readForeignCsv(join(folder, 'transactions.csv'), ['date', 'sku', 'qty', 'country', 'type'])) {
    const day = tryParseDay(row['date'] ?? '');
    const qty = Number(row['qty']);
    // Returns and cancelled pairs are no demand: most of them are typing errors.
    if (row['type'] !== 'S' || day === undefined || !(qty > 0)) {
      otherLines += 1;
      continue;
    }
    lastDay = Math.max(lastDay, day);
    const [item_id, site_id] = [row['sku'] ?? '', siteFor(row['country'] ?? '')];
    const key = `${item_id} ${site_id} ${day}`;
    const sum = sums.get(key);
    if (sum) sum.qty += qty;
    else sums.set(key, { item_id, site_id, date: day, qty });
  }
  return { history: [...sums.values()].map((sum) => ({ ...sum, kind: 'sale' as const })), lastDay, otherLines };
}

async function readItems(folder: string): Promise<Row<'items'>[]> {
  const items: Row<'items'>[] = [];
  for await (const row of readForeignCsv(join(folder, 'sku_master.csv'), ['sku', 'description', 'median_price'])) {
    const price = Number(row['median_price']) || 0;
    const name = row['description'] ?? '';
    items.push({
      item_id: row['sku'] ?? '',
      name,
      family: familyOf(name),
      uom: 'pcs',
      price,
      cost: Math.round(price * costShare * 1e4) / 1e4,
    });
  }
  return items;
}

/** The last word of a description names the kind of thing in this range. */
function familyOf(name: string): string | null {
  const word = name
    .trim()
    .split(/\s+/)
    .at(-1)
    ?.toLowerCase()
    .replace(/[^a-z]/g, '');
  return word && word.length > 2 ? word : null;
}

function findPlaces(history: readonly Row<'demand_history'>[], planDay: CalendarDay): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const row of history) {
    const { item_id: itemId = '', site_id: siteId = '', date = 0, qty = 0 } = row;
    const key = `${itemId} ${siteId}`;
    let place = places.get(key);
    if (!place) places.set(key, (place = { itemId, siteId, recent: 0 }));
    if (date >= planDay - 7 * recentWeeks) place.recent += qty;
  }
  return places;
}

/** Units a week that leave the hub: its own sales and those of the centres. */
function hubOutflow(places: ReadonlyMap<string, Place>): Map<string, number> {
  const outflow = new Map<string, number>();
  for (const { itemId, recent } of places.values()) outflow.set(itemId, (outflow.get(itemId) ?? 0) + recent / recentWeeks);
  return outflow;
}

function* stockRows(
  places: ReadonlyMap<string, Place>,
  outflow: ReadonlyMap<string, number>,
  random: ReturnType<typeof createRandom>,
): Generator<Row<'stock'>> {
  for (const [item_id, weekly] of outflow) {
    const qty = Math.ceil(weekly * hubCoverWeeks * (0.3 + 1.4 * random.fork(`hub ${item_id}`).next()));
    if (qty > 0) yield { item_id, site_id: wholesalerHub, qty, status: 'available' };
  }
  for (const { itemId, siteId, recent } of places.values()) {
    if (siteId === wholesalerHub) continue;
    const draw = random.fork(`stock ${itemId} ${siteId}`).next();
    const qty = Math.ceil((recent / recentWeeks) * centreCoverWeeks * (0.2 + 1.6 * draw));
    if (qty > 0) yield { item_id: itemId, site_id: siteId, qty, status: 'available' };
  }
}

/** Half of what sells has an order on its way, due at a point of the vendor's own lead time; a few are late. */
function* supplyRows(
  outflow: ReadonlyMap<string, number>,
  supplierOf: ReadonlyMap<string | undefined, DrawnSupplier>,
  planDay: CalendarDay,
  random: ReturnType<typeof createRandom>,
): Generator<Row<'supply_open'>> {
  let number = 0;
  for (const [item_id, weekly] of outflow) {
    const own = random.fork(`order ${item_id}`);
    const supplier = supplierOf.get(item_id);
    if (weekly <= 0 || !supplier || own.next() < 0.5) continue;
    number += 1;
    const leadTime = own.pick(supplier.leadTimes);
    const ordered_on = planDay - own.integer(1, Math.max(1, leadTime));
    yield {
      order_id: `PO${String(number).padStart(5, '0')}`,
      kind: 'buy',
      item_id,
      site_id: wholesalerHub,
      due_date: ordered_on + supplier.meanDays,
      qty: Math.max(1, Math.round(weekly * 8)),
      source_id: supplier.supplierId,
      status: 'confirmed',
      ordered_on,
    };
  }
}

function* transferLanes(): Generator<Row<'lanes'>> {
  for (const site of wholesalerSites) {
    if (site.siteId === wholesalerHub) continue;
    yield {
      item_id: '*',
      site_id: site.siteId,
      kind: 'transfer',
      source_id: wholesalerHub,
      lead_time_days: site.transferDays,
      review_days: 7,
    };
  }
}

function* buyLanes(
  items: readonly Row<'items'>[],
  supplierOf: ReadonlyMap<string | undefined, DrawnSupplier>,
): Generator<Row<'lanes'>> {
  for (const item of items) {
    const supplier = supplierOf.get(item.item_id);
    if (!supplier) continue;
    yield {
      item_id: item.item_id ?? '',
      site_id: wholesalerHub,
      kind: 'buy',
      source_id: supplier.supplierId,
      lead_time_days: supplier.meanDays,
      lead_time_sd: supplier.sdDays,
      unit_cost: item.cost ?? 0,
      review_days: 28,
    };
  }
}

/** Deliveries of the last year with the vendor's real lead times. */
function* receiptRows(
  outflow: ReadonlyMap<string, number>,
  supplierOf: ReadonlyMap<string | undefined, DrawnSupplier>,
  planDay: CalendarDay,
  random: ReturnType<typeof createRandom>,
): Generator<Row<'receipts_history'>> {
  let number = 0;
  for (const [item_id, weekly] of outflow) {
    const supplier = supplierOf.get(item_id);
    if (weekly <= 0 || !supplier) continue;
    const own = random.fork(`receipts ${item_id}`);
    for (let age = own.integer(30, 100); age < 365; age += own.integer(60, 110)) {
      const days = own.pick(supplier.leadTimes);
      number += 1;
      const qty = Math.max(1, Math.round(weekly * 9));
      yield {
        order_id: `RC${String(number).padStart(6, '0')}`,
        supplier_id: supplier.supplierId,
        item_id,
        site_id: wholesalerHub,
        ordered_on: planDay - age - days,
        received_on: planDay - age,
        qty_ordered: qty,
        qty_received: qty,
      };
    }
  }
}
