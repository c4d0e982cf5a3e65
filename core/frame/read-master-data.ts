import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { collectRows } from './collect-rows.ts';
import { createIdIndex, type IdIndex } from './id-index.ts';

/** What the planning tables refer to, in the order of its ids. */
export interface MasterData {
  readonly companies: readonly PackageRow<'companies'>[];
  readonly companyIndex: IdIndex;
  readonly calendars: readonly PackageRow<'calendars'>[];
  readonly calendarDays: readonly PackageRow<'calendar_days'>[];
  readonly calendarIndex: IdIndex;
  readonly sites: readonly PackageRow<'sites'>[];
  readonly siteIndex: IdIndex;
  readonly items: readonly PackageRow<'items'>[];
  readonly itemIndex: IdIndex;
  readonly suppliers: readonly PackageRow<'suppliers'>[];
  readonly supplierIndex: IdIndex;
}

/** Reads companies, calendars, sites, items and suppliers, each sorted by id (FRM-5). Does not throw on checked rows. */
export async function readMasterData(source: PackageSource): Promise<MasterData> {
  const companies = byId(await collectRows(source, 'companies'), (row) => row.company_id);
  const calendars = byId(await collectRows(source, 'calendars'), (row) => row.calendar_id);
  const calendarDays = await collectRows(source, 'calendar_days');
  // Of two rows for one day the one that closes it holds: an order on a closed day would stay undone.
  calendarDays.sort((a, b) => b.open - a.open);
  const sites = byId(await collectRows(source, 'sites'), (row) => row.site_id);
  const items = byId(await collectRows(source, 'items'), (row) => row.item_id);
  const suppliers = byId(await collectRows(source, 'suppliers'), (row) => row.supplier_id);
  return {
    companies: companies.rows,
    companyIndex: companies.index,
    calendars: calendars.rows,
    calendarDays,
    calendarIndex: calendars.index,
    sites: sites.rows,
    siteIndex: sites.index,
    items: items.rows,
    itemIndex: items.index,
    suppliers: suppliers.rows,
    supplierIndex: suppliers.index,
  };
}

function byId<Row>(rows: readonly Row[], idOf: (row: Row) => string): { readonly rows: readonly Row[]; readonly index: IdIndex } {
  const index = createIdIndex(rows.map(idOf));
  const sorted = [...rows].sort((a, b) => index.indexOf(idOf(a)) - index.indexOf(idOf(b)));
  return { rows: sorted, index };
}
