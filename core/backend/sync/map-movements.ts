import type { MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import { dayOf, numberOf, refOf, textOf } from './erp-values.ts';
import type { MappedMasters } from './map-masters.ts';
import type { StockPlaces } from './map-places.ts';
import { poolRows } from './row-pool.ts';

type Movements = Required<Pick<MemoryTables, 'stock' | 'demand_open' | 'supply_open' | 'demand_history'>>;

/** Stock, open orders, open demand and history (SYN-6). What the ERP has no field for is kept where the row is the same. */
export async function mapMovements(
  mirror: ErpMirror,
  old: PackageSource,
  masters: MappedMasters,
  places: StockPlaces,
): Promise<Movements> {
  const { items, partners } = masters;
  const oldStock = await poolRows(old.rows('stock'), (row) =>
    [row.item_id, row.site_id, row.status ?? 'available', row.lot ?? ''].join('\n'),
  );
  const oldDemand = await poolRows(old.rows('demand_open'), (row) =>
    [row.order_id, row.item_id, row.site_id, row.due_date].join('\n'),
  );
  const lots = new Map([...mirror.records('stock.lot')].map(({ id, body }) => [id, body]));
  const sales = new Map([...mirror.records('sale.order')].map(({ id, body }) => [id, body]));

  const stock = [...mirror.records('stock.quant')].flatMap(({ body }) => {
    const item_id = items.get(refOf(body, 'product_id'));
    const place = places.at(refOf(body, 'location_id'));
    const qty = numberOf(body, 'quantity');
    if (item_id === undefined || place?.usage !== 'internal' || place.siteId === undefined || qty === 0) return [];
    const status = refOf(body, 'owner_id') > 0 ? 'consigned_in' : place.status;
    const lotBody = lots.get(refOf(body, 'lot_id')) ?? {};
    const lot = textOf(lotBody, 'name');
    const kept = oldStock.take([item_id, place.siteId, status, lot ?? ''].join('\n'));
    const expires_on = lot === null ? (kept?.expires_on ?? null) : dayOf(lotBody, 'expiration_date');
    const received_on = dayOf(body, 'in_date') ?? kept?.received_on ?? null;
    return [{ ...kept, item_id, site_id: place.siteId, qty, status, lot, expires_on, received_on }];
  });
  const demand_open = [...mirror.records('sale.order.line')].flatMap(({ body }) => {
    const order = sales.get(refOf(body, 'order_id'));
    const item_id = items.get(refOf(body, 'product_id'));
    const site = masters.sites.get(refOf(order ?? {}, 'warehouse_id'));
    const qty = numberOf(body, 'product_uom_qty') - numberOf(body, 'qty_delivered');
    const due_date = dayOf(order ?? {}, 'commitment_date') ?? dayOf(order ?? {}, 'date_order');
    if (!order || item_id === undefined || !site || due_date === null || qty <= 0) return [];
    const order_id = textOf(order, 'name') ?? '';
    const kept = oldDemand.take([order_id, item_id, site.siteId, due_date].join('\n'));
    const customer_id = partners.get(refOf(order, 'partner_id')) ?? null;
    return [{ ...kept, order_id, item_id, site_id: site.siteId, due_date, qty, customer_id }];
  });
  return { stock, demand_open, supply_open: await mapSupply(mirror, old, masters, places), demand_history: historyRows() };

  /** Streamed: there may be millions. */
  function* historyRows(): Generator<Partial<PackageRow<'demand_history'>>> {
    for (const { body } of mirror.records('stock.move')) {
      if (body['state'] !== 'done') continue;
      const item_id = items.get(refOf(body, 'product_id'));
      const from = places.at(refOf(body, 'location_id'));
      const to = places.at(refOf(body, 'location_dest_id'));
      const date = dayOf(body, 'date');
      const kind = kindOf(from?.usage, to?.usage, to?.isScrap ?? false);
      const site_id = (kind === 'return' ? to : from)?.siteId;
      if (item_id === undefined || site_id === undefined || date === null || kind === undefined) continue;
      const customer_id = partners.get(refOf(body, 'partner_id')) ?? null;
      yield { item_id, site_id, date, qty: numberOf(body, 'product_qty'), kind, customer_id };
    }
  }
}

function kindOf(
  from: string | undefined,
  to: string | undefined,
  isScrap: boolean,
): NonNullable<PackageRow<'demand_history'>['kind']> | undefined {
  if (from === 'customer' && to === 'internal') return 'return';
  if (from !== 'internal') return undefined;
  switch (to) {
    case 'customer':
      return 'sale';
    case 'transit':
      return 'transfer';
    case 'production':
      return 'consumption';
    case 'inventory':
      return isScrap ? 'scrap' : 'adjustment';
    default:
      return undefined;
  }
}

async function mapSupply(
  mirror: ErpMirror,
  old: PackageSource,
  { items, suppliers }: MappedMasters,
  places: StockPlaces,
): Promise<Partial<PackageRow<'supply_open'>>[]> {
  const kept = await poolRows(old.rows('supply_open'), (row) =>
    [row.kind, row.order_id, row.item_id, row.site_id, row.confirmed_date ?? row.due_date].join('\n'),
  );
  const byKey = new Map<string, Partial<PackageRow<'supply_open'>>>();
  const orders = new Map([...mirror.records('purchase.order')].map(({ id, body }) => [id, body]));
  const pickings = new Map([...mirror.records('stock.picking')].map(({ id, body }) => [id, body]));

  function add(row: PackageRow<'supply_open'>): void {
    if (row.qty <= 0) return;
    const { order_id, kind, item_id, site_id, due_date } = row;
    const before = kept.take([kind, order_id, item_id, site_id, due_date].join('\n'));
    const isFirm = row.status !== 'draft' && before?.status !== 'draft';
    const merged = before
      ? {
          ...row,
          due_date: before.due_date,
          confirmed_date: before.confirmed_date,
          status: isFirm && kind === 'buy' ? before.status : row.status,
        }
      : row;
    const key = [order_id, kind, item_id, site_id, merged.due_date].join('\n');
    const same = byKey.get(key);
    byKey.set(key, same ? { ...same, qty: (same.qty ?? 0) + row.qty } : merged);
  }
  for (const { body } of mirror.records('purchase.order.line')) {
    const order = orders.get(refOf(body, 'order_id'));
    const item_id = items.get(refOf(body, 'product_id'));
    const site_id = places.siteOfType(refOf(order ?? {}, 'picking_type_id'));
    const due_date = dayOf(body, 'date_planned');
    if (!order || item_id === undefined || site_id === undefined || due_date === null) continue;
    const qty = numberOf(body, 'product_qty') - numberOf(body, 'qty_received');
    const isFirm = order['state'] === 'purchase' || order['state'] === 'done';
    const source_id = suppliers.get(refOf(order, 'partner_id')) ?? null;
    const ordered_on = dayOf(order, 'date_order');
    add({
      order_id: textOf(order, 'name') ?? '',
      kind: 'buy',
      item_id,
      site_id,
      due_date,
      qty,
      source_id,
      status: isFirm ? 'confirmed' : 'draft',
      ordered_on,
      confirmed_date: null,
    });
  }
  for (const { body } of mirror.records('stock.move')) {
    const picking = pickings.get(refOf(body, 'picking_id'));
    const [from, to] = [places.at(refOf(body, 'location_id')), places.at(refOf(body, 'location_dest_id'))];
    const item_id = items.get(refOf(body, 'product_id'));
    const due_date = dayOf(body, 'date');
    const isInward =
      to?.usage === 'internal' && (from?.usage === 'transit' || from?.siteId !== to.siteId) && from?.usage !== 'supplier';
    if (
      !picking ||
      body['state'] === 'done' ||
      !isInward ||
      to.siteId === undefined ||
      item_id === undefined ||
      due_date === null
    )
      continue;
    const source = from?.siteId ?? places.siteOfType(refOf(picking, 'picking_type_id'));
    const status = body['state'] === 'draft' ? 'draft' : from?.usage === 'transit' ? 'in_transit' : 'confirmed';
    const source_id = source === undefined || source === to.siteId ? null : source;
    add({
      order_id: textOf(picking, 'name') ?? '',
      kind: 'transfer',
      item_id,
      site_id: to.siteId,
      due_date,
      qty: numberOf(body, 'product_qty'),
      source_id,
      status,
      ordered_on: dayOf(picking, 'date'),
      confirmed_date: null,
    });
  }
  for (const { body } of mirror.records('mrp.production')) {
    const item_id = items.get(refOf(body, 'product_id'));
    const site_id = places.at(refOf(body, 'location_dest_id'))?.siteId;
    const due_date = dayOf(body, 'date_finished') ?? dayOf(body, 'date_start');
    if (item_id === undefined || site_id === undefined || due_date === null) continue;
    const status = body['state'] === 'draft' ? 'draft' : 'confirmed';
    add({
      order_id: textOf(body, 'name') ?? '',
      kind: 'make',
      item_id,
      site_id,
      due_date,
      qty: numberOf(body, 'product_qty'),
      source_id: null,
      status,
      ordered_on: dayOf(body, 'date_start'),
      confirmed_date: null,
    });
  }
  return [...byKey.values()];
}
