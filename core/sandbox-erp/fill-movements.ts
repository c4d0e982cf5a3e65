import { formatDay, type CalendarDay } from '#core/base/calendar-day.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { Masters } from './fill-masters.ts';
import type { HistoryMove } from './history-moves.ts';
import type { RecordStore } from './record-store.ts';

/** The demand history of a package as done moves (SBX-14). */
export async function fillHistory(source: PackageSource, masters: Masters, add: (move: HistoryMove) => void): Promise<void> {
  const { places, products, sites } = masters;
  const destination = {
    sale: places.customer,
    return: places.customer,
    transfer: places.transit,
    consumption: places.production,
    adjustment: places.adjustment,
    scrap: places.scrap,
  };
  for await (const row of source.rows('demand_history')) {
    const site = sites.get(row.site_id);
    const other = destination[row.kind ?? 'sale'];
    const [from, to] = row.kind === 'return' ? [other, site?.stock ?? 0] : [site?.stock ?? 0, other];
    const partner = row.customer_id === null ? 0 : masters.customerOf(row.customer_id);
    add({ product: products.get(row.item_id) ?? 0, from, to, partner, company: site?.company ?? 0, day: row.date, qty: row.qty });
  }
}

/** Stock, open orders and open demand of a package (SBX-15). */
export async function fillMovements(store: RecordStore, source: PackageSource, masters: Masters): Promise<void> {
  const { insert, places, products, sites, suppliers } = masters;
  const lots = new Map<string, number>();
  const documents = new Map<string, number>();

  function once(key: string, make: () => number): number {
    const found = documents.get(key);
    if (found !== undefined) return found;
    const id = make();
    documents.set(key, id);
    return id;
  }
  for await (const row of source.rows('stock')) {
    const product = products.get(row.item_id) ?? 0;
    const company_id = sites.get(row.site_id)?.company ?? null;
    let lot_id: number | null = null;
    if (row.lot !== null) {
      const key = `${row.item_id}\n${row.lot}`;
      lot_id =
        lots.get(key) ?? insert('stock.lot', { name: row.lot, product_id: product, expiration_date: time(row.expires_on) });
      lots.set(key, lot_id);
    }
    const owner_id = row.status === 'consigned_in' ? masters.customerOf('Owner') : null;
    const isReserved = row.status === 'reserved' || row.status === 'allocated';
    insert('stock.quant', {
      product_id: product,
      location_id: masters.placeOf(row.site_id, row.status ?? 'available'),
      lot_id,
      owner_id,
      company_id,
      quantity: row.qty,
      reserved_quantity: isReserved ? row.qty : 0,
      in_date: time(row.received_on),
    });
  }
  for await (const row of source.rows('demand_open')) {
    const site = sites.get(row.site_id);
    const partner_id = masters.customerOf(row.customer_id);
    const order_id = once(`sale ${row.order_id}\n${row.site_id}\n${row.due_date}`, () =>
      insert('sale.order', {
        name: row.order_id,
        state: 'sale',
        partner_id,
        warehouse_id: site?.warehouse ?? null,
        company_id: site?.company ?? null,
        commitment_date: time(row.due_date),
      }),
    );
    insert('sale.order.line', {
      order_id,
      state: 'sale',
      product_id: products.get(row.item_id) ?? null,
      product_uom_qty: row.qty,
      qty_delivered: 0,
      company_id: site?.company ?? null,
    });
  }
  for await (const row of source.rows('supply_open')) {
    const [site, product] = [sites.get(row.site_id), products.get(row.item_id) ?? 0];
    const company_id = site?.company ?? null;
    const date = time(row.confirmed_date ?? row.due_date);
    const isDraft = row.status === 'draft';
    const key = `${row.kind} ${row.order_id}\n${row.site_id}\n${row.source_id}\n${row.status}`;
    if (row.kind === 'buy') {
      const partner_id = suppliers.get(row.source_id ?? '') ?? masters.customerOf('Vendor');
      const state = isDraft ? 'draft' : 'purchase';
      const order_id = once(key, () =>
        insert('purchase.order', {
          name: row.order_id,
          state,
          partner_id,
          company_id,
          picking_type_id: site?.receipts ?? null,
          date_order: time(row.ordered_on),
          date_planned: date,
        }),
      );
      const product_uom = store.get('product.product', product)?.['uom_id'] ?? null;
      insert('purchase.order.line', {
        order_id,
        state,
        product_id: product,
        product_qty: row.qty,
        product_uom_qty: row.qty,
        qty_received: 0,
        product_uom,
        date_planned: date,
        partner_id,
        company_id,
      });
    } else if (row.kind === 'transfer') {
      const from = sites.get(row.source_id ?? '');
      const state = isDraft ? 'draft' : 'assigned';
      const location_id = row.status === 'in_transit' ? places.transit : (from?.stock ?? places.transit);
      const ends = { location_id, location_dest_id: site?.stock ?? 0, company_id, state };
      const picking_id = once(key, () =>
        insert('stock.picking', {
          name: row.order_id,
          ...ends,
          picking_type_id: from?.internal ?? site?.internal ?? null,
          scheduled_date: date,
          date: time(row.ordered_on),
        }),
      );
      insert('stock.move', {
        name: row.order_id,
        ...ends,
        picking_id,
        product_id: product,
        product_uom_qty: row.qty,
        product_qty: row.qty,
        date,
      });
    } else {
      insert('mrp.production', {
        name: row.order_id,
        state: isDraft ? 'draft' : 'confirmed',
        product_id: product,
        product_qty: row.qty,
        date_start: time(row.ordered_on ?? row.due_date),
        date_finished: date,
        picking_type_id: site?.making ?? null,
        location_dest_id: site?.stock ?? null,
        company_id,
      });
    }
  }
}

function time(value: CalendarDay | null): string | null {
  return value === null ? null : `${formatDay(value)} 12:00:00`;
}
