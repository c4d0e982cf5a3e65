import type { MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { ErpLink } from '#core/backend/store/cache-store.ts';
import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import { numberOf, refOf, textOf } from './erp-values.ts';
import { poolRows } from './row-pool.ts';

type MasterTables = Required<Pick<MemoryTables, 'companies' | 'sites' | 'suppliers' | 'items'>>;

/** The dataset's ids of the ERP's records. */
export interface MappedMasters {
  readonly tables: MasterTables;
  readonly links: readonly ErpLink[];
  readonly companies: ReadonlyMap<number, string>;
  /** By warehouse. */
  readonly sites: ReadonlyMap<number, { readonly siteId: string; readonly companyId: number }>;
  readonly suppliers: ReadonlyMap<number, string>;
  /** By reference, of customers too. */
  readonly partners: ReadonlyMap<number, string | null>;
  readonly items: ReadonlyMap<number, string>;
  readonly itemsByTemplate: ReadonlyMap<number, string>;
}

/**
 * Companies, sites, suppliers and items (SYN-5): names, units, costs and weights are the ERP's, the rest of a row is kept. Rows
 * of the old dataset that the ERP does not hold stay, as kept tables may refer to them.
 */
export async function mapMasters(mirror: ErpMirror, old: PackageSource): Promise<MappedMasters> {
  const oldCompanies = await poolRows(old.rows('companies'), (row) => row.company_id);
  const oldSites = await poolRows(old.rows('sites'), (row) => row.site_id);
  const oldSuppliers = await poolRows(old.rows('suppliers'), (row) => row.supplier_id);
  const oldItems = await poolRows(old.rows('items'), (row) => row.item_id);
  const links: ErpLink[] = [];
  const currencies = namesOf('res.currency', 'name');
  const families = namesOf('product.category', 'complete_name');
  const units = new Map([...mirror.records('uom.uom')].map(({ id, body }) => [id, body]));
  const companies = new Map<number, string>();
  const sites = new Map<number, { siteId: string; companyId: number }>();
  const suppliers = new Map<number, string>();
  const partners = new Map<number, string | null>();
  const items = new Map<number, string>();
  const itemsByTemplate = new Map<number, string>();

  function namesOf(model: string, field: string): Map<number, string | null> {
    return new Map([...mirror.records(model)].map(({ id, body }) => [id, textOf(body, field)]));
  }
  function link(model: string, erpId: number, entityId: string, facts: ErpLink['facts'] = {}): void {
    links.push({ model, erpId, entityId, facts });
  }

  const companyRows = [...mirror.records('res.company')].map(({ id, body }) => {
    const company_id = textOf(body, 'company_registry') ?? textOf(body, 'name') ?? String(id);
    companies.set(id, company_id);
    link('res.company', id, company_id);
    const currency = currencies.get(refOf(body, 'currency_id')) ?? null;
    return { ...oldCompanies.take(company_id), company_id, name: textOf(body, 'name'), currency };
  });
  const siteRows = [...mirror.records('stock.warehouse')].map(({ id, body }) => {
    const site_id = textOf(body, 'code') ?? String(id);
    const companyId = refOf(body, 'company_id');
    sites.set(id, { siteId: site_id, companyId });
    link('stock.warehouse', id, site_id, {
      stock: refOf(body, 'lot_stock_id'),
      receipts: refOf(body, 'in_type_id'),
      transfers: refOf(body, 'int_type_id'),
      making: refOf(body, 'manu_type_id'),
    });
    return { ...oldSites.take(site_id), site_id, name: textOf(body, 'name'), company_id: companies.get(companyId) ?? null };
  });
  const supplierRows = [...mirror.records('res.partner')].flatMap(({ id, body }) => {
    const reference = textOf(body, 'ref');
    partners.set(id, reference);
    if (numberOf(body, 'supplier_rank') === 0) return [];
    const supplier_id = reference ?? `partner-${id}`;
    suppliers.set(id, supplier_id);
    link('res.partner', id, supplier_id);
    const company_id = companies.get(refOf(body, 'company_id')) ?? null;
    return [{ ...oldSuppliers.take(supplier_id), supplier_id, name: textOf(body, 'name'), company_id }];
  });
  const itemRows = [...mirror.records('product.product')].flatMap(({ id, body }) => {
    if (body['type'] === 'service') return [];
    const item_id = textOf(body, 'default_code') ?? `product-${id}`;
    items.set(id, item_id);
    itemsByTemplate.set(refOf(body, 'product_tmpl_id'), item_id);
    link('product.product', id, item_id, { unit: refOf(body, 'uom_id') });
    const kept = oldItems.take(item_id);
    const unit = units.get(refOf(body, 'uom_id')) ?? {};
    return [
      {
        ...kept,
        item_id,
        name: textOf(body, 'name'),
        family: families.get(refOf(body, 'categ_id')) ?? null,
        uom: textOf(unit, 'name'),
        decimals: decimalsOf(numberOf(unit, 'rounding')),
        cost: known(numberOf(body, 'standard_price'), kept?.cost),
        price: known(numberOf(body, 'lst_price'), kept?.price),
        tracking: trackings.find((tracking) => tracking === body['tracking']) ?? null,
        weight: known(numberOf(body, 'weight'), kept?.weight),
        volume: known(numberOf(body, 'volume'), kept?.volume),
        lifecycle: body['active'] === false ? ('obsolete' as const) : (kept?.lifecycle ?? 'active'),
      },
    ];
  });
  return {
    tables: {
      companies: [...companyRows, ...oldCompanies.rest()],
      sites: [...siteRows, ...oldSites.rest()],
      suppliers: [...supplierRows, ...oldSuppliers.rest()],
      items: [...itemRows, ...oldItems.rest()],
    },
    links,
    companies,
    sites,
    suppliers,
    partners,
    items,
    itemsByTemplate,
  };
}

const trackings = ['none', 'lot', 'serial'] as const;

/** The ERP has 0 where nothing is set: what was not set before stays so. */
function known(value: number, old: number | null | undefined): number | null {
  return value === 0 && (old ?? null) === null ? null : value;
}

function decimalsOf(rounding: number): number {
  return rounding > 0 && rounding < 1 ? Math.min(6, Math.round(-Math.log10(rounding))) : 0;
}
