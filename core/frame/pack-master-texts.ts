import type { MasterData } from './read-master-data.ts';
import { packTexts } from './text-columns.ts';
import { createIdIndex, type IdIndex } from './id-index.ts';

export interface MasterTexts {
  /** Text columns by their name in the frame layout. */
  readonly columns: Readonly<Record<string, Uint8Array | Uint32Array>>;
  readonly families: IdIndex;
  readonly units: IdIndex;
}

/** Packs ids, names and the dictionaries of families and units. Does not throw. */
export function packMasterTexts(master: MasterData): MasterTexts {
  const families = createIdIndex(master.items.flatMap((item) => item.family ?? []));
  const units = createIdIndex(master.items.flatMap((item) => item.uom ?? []));
  const texts = {
    companyId: master.companies.map((row) => row.company_id),
    companyName: master.companies.map((row) => row.name ?? row.company_id),
    companyCurrency: master.companies.map((row) => row.currency ?? ''),
    siteId: master.sites.map((row) => row.site_id),
    siteName: master.sites.map((row) => row.name ?? row.site_id),
    siteRegion: master.sites.map((row) => row.region ?? ''),
    itemId: master.items.map((row) => row.item_id),
    itemName: master.items.map((row) => row.name ?? row.item_id),
    family: families.ids,
    uom: units.ids,
    supplierId: master.suppliers.map((row) => row.supplier_id),
    supplierName: master.suppliers.map((row) => row.name ?? row.supplier_id),
  };
  const columns: Record<string, Uint8Array | Uint32Array> = {};
  for (const [name, values] of Object.entries(texts)) {
    const { bytes, ends } = packTexts(values);
    columns[`${name}Bytes`] = bytes;
    columns[`${name}Ends`] = ends;
  }
  return { columns, families, units };
}
