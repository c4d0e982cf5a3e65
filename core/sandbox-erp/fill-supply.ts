import { formatDay, type CalendarDay } from '#core/base/calendar-day.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { Masters } from './fill-masters.ts';
import type { RecordStore } from './record-store.ts';

/** Lanes, bills of materials and orderpoints of a package as the server holds them (SBX-13). */
export async function fillSupply(store: RecordStore, source: PackageSource, masters: Masters): Promise<void> {
  const { insert, products, sites, suppliers } = masters;
  const vendors = new Map<string, number>();
  const routes = new Map<string, number>();
  const bills = new Map<string, number>();
  const makeDays = new Map<string, number>();

  for await (const row of source.rows('lanes')) {
    const [product, site] = [products.get(row.item_id), sites.get(row.site_id)];
    if (row.kind === 'buy' && product !== undefined) {
      const partner_id = suppliers.get(row.source_id ?? '') ?? null;
      const key = `${row.item_id}\n${row.source_id}\n${site?.company ?? ''}`;
      if (partner_id === null || vendors.has(key)) continue;
      const values = {
        partner_id,
        product_tmpl_id: product,
        product_id: product,
        company_id: site?.company ?? null,
        sequence: 1,
        min_qty: row.moq,
        price: row.unit_cost,
        delay: row.lead_time_days,
      };
      vendors.set(
        key,
        insert('product.supplierinfo', { ...values, date_start: day(row.valid_from), date_end: day(row.valid_to) }),
      );
    }
    if (row.kind === 'make') makeDays.set(row.item_id, row.lead_time_days);
    const from = sites.get(row.source_id ?? '');
    if (row.kind !== 'transfer' || !site || !from || (product === undefined && row.item_id !== '*')) continue;
    const key = `${row.site_id}\n${row.source_id}\n${row.lead_time_days}\n${product === undefined ? '*' : ''}`;
    let route = routes.get(key);
    if (route === undefined) {
      route = insert('stock.route', { name: `${row.site_id}: supply from ${row.source_id}`, active: true, product_ids: [] });
      insert('stock.rule', {
        name: `${row.source_id} → ${row.site_id}`,
        action: 'pull',
        active: true,
        delay: row.lead_time_days,
        route_id: route,
        location_src_id: from.stock,
        location_dest_id: site.stock,
        picking_type_id: from.internal,
        company_id: site.company,
      });
      routes.set(key, route);
    }
    if (product !== undefined) (store.get('stock.route', route)?.['product_ids'] as number[]).push(product); // made above, still being filled
  }
  for await (const row of source.rows('price_breaks')) {
    const [product, partner] = [products.get(row.item_id), suppliers.get(row.supplier_id)];
    if (product === undefined || partner === undefined) continue;
    const base = [...vendors].find(([key]) => key.startsWith(`${row.item_id}\n${row.supplier_id}\n`));
    const delay = base ? (store.get('product.supplierinfo', base[1])?.['delay'] ?? 0) : 0;
    insert('product.supplierinfo', {
      partner_id: partner,
      product_tmpl_id: product,
      product_id: product,
      sequence: 10,
      min_qty: row.min_qty,
      price: row.unit_cost,
      delay,
    });
  }
  function billOf(itemId: string, siteId: string | null, perQty: number, type: string): number {
    const key = `${itemId}\n${siteId ?? ''}\n${perQty}\n${type}`;
    const found = bills.get(key);
    if (found !== undefined) return found;
    const product = products.get(itemId) ?? 0;
    const id = insert('mrp.bom', {
      product_tmpl_id: product,
      product_id: product,
      product_qty: perQty,
      type,
      active: true,
      produce_delay: makeDays.get(itemId) ?? 0,
      picking_type_id: sites.get(siteId ?? '')?.making ?? null,
    });
    bills.set(key, id);
    makeDays.delete(itemId);
    return id;
  }
  for await (const row of source.rows('bom')) {
    const bom_id = billOf(row.parent_item_id, row.site_id, row.per_qty ?? 1, row.kind ?? 'normal');
    insert('mrp.bom.line', { bom_id, product_id: products.get(row.component_item_id) ?? null, product_qty: row.qty });
  }
  for (const itemId of [...makeDays.keys()]) if (products.has(itemId)) billOf(itemId, null, 1, 'normal');
  for await (const row of source.rows('policies')) {
    const [product, site] = [products.get(row.item_id), sites.get(row.site_id)];
    if (row.method !== 'min_max' || product === undefined || !site) continue;
    insert('stock.warehouse.orderpoint', {
      name: `OP/${row.item_id}`,
      active: true,
      trigger: 'manual',
      product_id: product,
      location_id: site.stock,
      warehouse_id: site.warehouse,
      company_id: site.company,
      product_min_qty: row.min_qty,
      product_max_qty: row.max_qty,
      qty_multiple: 0,
    });
  }
}

function day(value: CalendarDay | null): string | null {
  return value === null ? null : formatDay(value);
}
