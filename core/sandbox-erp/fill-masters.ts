import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { RecordStore } from './record-store.ts';
import type { StoredRecord } from './stored-record.ts';

/** The ids under which the package's own ids stand. */
export interface Masters {
  readonly companies: ReadonlyMap<string, number>;
  readonly sites: ReadonlyMap<string, SiteRecords>;
  readonly suppliers: ReadonlyMap<string, number>;
  readonly products: ReadonlyMap<string, number>;
  readonly places: Readonly<Record<'supplier' | 'customer' | 'production' | 'adjustment' | 'scrap' | 'transit', number>>;
  insert(model: string, values: StoredRecord): number;
  /** A place inside a site for stock of a status. */
  placeOf(siteId: string, status: string): number;
  customerOf(customerId: string | null): number;
}

export interface SiteRecords {
  readonly warehouse: number;
  readonly stock: number;
  readonly company: number | null;
  readonly receipts: number;
  readonly internal: number;
  readonly making: number;
}

/** Companies, sites with their locations, suppliers and products of a package as the server holds them (SBX-12). */
export async function fillMasters(store: RecordStore, source: PackageSource, at: string): Promise<Masters> {
  const companies = new Map<string, number>();
  const sites = new Map<string, SiteRecords>();
  const suppliers = new Map<string, number>();
  const products = new Map<string, number>();
  const currencies = new Map<string, number>();
  const units = new Map<string, number>();
  const categories = new Map<string, number>();
  const customers = new Map<string, number>();
  const sitePlaces = new Map<string, number>();

  function insert(model: string, values: StoredRecord): number {
    return store.insert(model, { ...values, create_date: at, write_date: at });
  }
  function once(known: Map<string, number>, key: string, make: () => number): number {
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = make();
    known.set(key, id);
    return id;
  }
  function currencyOf(name: string): number {
    return once(currencies, name, () => insert('res.currency', { name, active: true }));
  }
  function addPlace(name: string, usage: string, parent: number | null, more: StoredRecord = {}): number {
    const id = insert('stock.location', {
      name,
      complete_name: name,
      usage,
      active: true,
      scrap_location: false,
      location_id: parent,
      ...more,
    });
    const above = parent === null ? '' : String(store.get('stock.location', parent)?.['parent_path'] ?? '');
    store.update('stock.location', id, { parent_path: `${above}${id}/` });
    return id;
  }

  for await (const row of source.rows('companies')) {
    const currency_id = currencyOf(row.currency ?? source.manifest.currency);
    companies.set(
      row.company_id,
      insert('res.company', { name: row.name ?? row.company_id, company_registry: row.company_id, currency_id }),
    );
  }
  if (companies.size === 0)
    insert('res.company', { name: 'Company', company_registry: null, currency_id: currencyOf(source.manifest.currency) });

  const places = {
    supplier: addPlace('Vendors', 'supplier', null),
    customer: addPlace('Customers', 'customer', null),
    production: addPlace('Production', 'production', null),
    adjustment: addPlace('Inventory adjustment', 'inventory', null),
    scrap: addPlace('Scrap', 'inventory', null, { scrap_location: true }),
    transit: addPlace('Inter-warehouse transit', 'transit', null),
  };

  for await (const row of source.rows('sites')) {
    const company = companies.get(row.company_id ?? '') ?? null;
    const view = addPlace(row.site_id, 'view', null, { company_id: company });
    const stock = addPlace('Stock', 'internal', view, { company_id: company });
    const warehouse = insert('stock.warehouse', {
      name: row.name ?? row.site_id,
      code: row.site_id,
      active: true,
      company_id: company,
      lot_stock_id: stock,
      view_location_id: view,
    });
    const types = {
      in_type_id: ['Receipts', 'incoming'],
      int_type_id: ['Internal Transfers', 'internal'],
      out_type_id: ['Delivery Orders', 'outgoing'],
      manu_type_id: ['Manufacturing', 'mrp_operation'],
    } as const;
    const ids = Object.entries(types).map(([field, [name, code]]) => [
      field,
      insert('stock.picking.type', {
        name,
        code,
        warehouse_id: warehouse,
        company_id: company,
        default_location_src_id: stock,
        default_location_dest_id: stock,
      }),
    ]) as [keyof typeof types, number][]; // the keys of types
    const byField = Object.fromEntries(ids) as Record<keyof typeof types, number>; // as above
    store.update('stock.warehouse', warehouse, byField);
    for (const place of [view, stock]) store.update('stock.location', place, { warehouse_id: warehouse });
    sites.set(row.site_id, {
      warehouse,
      stock,
      company,
      receipts: byField.in_type_id,
      internal: byField.int_type_id,
      making: byField.manu_type_id,
    });
  }
  for await (const row of source.rows('suppliers')) {
    const company_id = companies.get(row.company_id ?? '') ?? null;
    suppliers.set(
      row.supplier_id,
      insert('res.partner', {
        name: row.name ?? row.supplier_id,
        ref: row.supplier_id,
        company_id,
        active: true,
        supplier_rank: 1,
        customer_rank: 0,
      }),
    );
  }
  for await (const row of source.rows('items')) products.set(row.item_id, addProduct(row));

  function addProduct(row: PackageRow<'items'>): number {
    const [unit, decimals] = [row.uom ?? 'Units', row.decimals ?? 0];
    const uom_id = once(units, `${unit} ${decimals}`, () =>
      insert('uom.uom', { name: unit, rounding: 10 ** -decimals, factor: 1 }),
    );
    const { family } = row;
    const categ_id =
      family === null
        ? null
        : once(categories, family, () => insert('product.category', { name: family, complete_name: family }));
    const values: StoredRecord = {
      name: row.name ?? row.item_id,
      default_code: row.item_id,
      type: 'consu',
      active: true,
      tracking: row.tracking ?? 'none',
      categ_id,
      uom_id,
      uom_po_id: uom_id,
      list_price: row.price,
      standard_price: row.cost,
      weight: row.weight,
      volume: row.volume,
    };
    const product_tmpl_id = insert('product.template', values);
    return insert('product.product', { ...values, product_tmpl_id, lst_price: row.price });
  }

  return {
    companies,
    sites,
    suppliers,
    products,
    places,
    insert,
    placeOf(siteId, status) {
      const site = sites.get(siteId);
      if (!site) return places.adjustment;
      if (status === 'available' || status === 'consigned_in') return site.stock;
      const name = status.replaceAll('_', ' ');
      const parent = store.get('stock.warehouse', site.warehouse)?.['view_location_id'];
      return once(sitePlaces, `${siteId} ${status}`, () =>
        addPlace(name, 'internal', Number(parent), {
          company_id: site.company,
          warehouse_id: site.warehouse,
          scrap_location: status === 'damaged',
        }),
      );
    },
    customerOf: (customerId) =>
      once(customers, customerId ?? '', () =>
        insert('res.partner', {
          name: customerId ?? 'Customer',
          ref: customerId,
          active: true,
          supplier_rank: 0,
          customer_rank: 1,
        }),
      ),
  };
}
