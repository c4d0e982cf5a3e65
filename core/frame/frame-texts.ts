import { notSet, type Frame } from './frame-layout.ts';
import { textAt } from './text-columns.ts';

/** Ids and names of a frame's rows by their index; `notSet` gives the empty text. None of them throws. */
export interface FrameTexts {
  itemId(item: number): string;
  itemName(item: number): string;
  uom(item: number): string;
  family(item: number): string;
  siteId(site: number): string;
  siteName(site: number): string;
  companyId(site: number): string;
  /** The currency of the company a site belongs to, or that of the dataset. */
  currency(site: number): string;
  supplierId(supplier: number): string;
  supplierName(supplier: number): string;
}

/** The texts of a frame. @example frameTexts(frame).itemId(frame.nodeItem[0]) */
export function frameTexts(frame: Frame): FrameTexts {
  // Ids are asked for with every line of a plan: decoding them once is most of the work saved.
  function reader(bytes: Uint8Array, ends: Uint32Array): (index: number) => string {
    const known: string[] = [];
    return (index) => (index === notSet ? '' : (known[index] ??= textAt({ bytes, ends }, index)));
  }
  const families = reader(frame.familyBytes, frame.familyEnds);
  const units = reader(frame.uomBytes, frame.uomEnds);
  const companies = reader(frame.companyIdBytes, frame.companyIdEnds);
  const currencies = reader(frame.companyCurrencyBytes, frame.companyCurrencyEnds);
  return {
    itemId: reader(frame.itemIdBytes, frame.itemIdEnds),
    itemName: reader(frame.itemNameBytes, frame.itemNameEnds),
    uom: (item) => units(frame.itemUom[item] ?? notSet),
    family: (item) => families(frame.itemFamily[item] ?? notSet),
    siteId: reader(frame.siteIdBytes, frame.siteIdEnds),
    siteName: reader(frame.siteNameBytes, frame.siteNameEnds),
    companyId: (site) => companies(frame.siteCompany[site] ?? notSet),
    currency: (site) => currencies(frame.siteCompany[site] ?? notSet) || frame.meta.currency,
    supplierId: reader(frame.supplierIdBytes, frame.supplierIdEnds),
    supplierName: reader(frame.supplierNameBytes, frame.supplierNameEnds),
  };
}
