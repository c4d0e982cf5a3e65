import { fromGrains } from '#core/base/quantity.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { textAt, type TextColumn } from '#core/frame/text-columns.ts';
import { rankTexts } from '#renderer/grid/rank-texts.ts';

/** The words and units of a frame, by index. Texts are decoded when they are shown and kept then. */
export interface FrameReader {
  readonly frame: Frame;
  itemId(item: number): string;
  itemName(item: number): string;
  siteId(site: number): string;
  siteName(site: number): string;
  supplierId(supplier: number): string;
  supplierName(supplier: number): string;
  family(item: number): string;
  uom(item: number): string;
  companyId(company: number): string;
  /** Id of an open customer order, by its row in the frame. */
  demandOrder(row: number): string;
  /** Id of an open supply order, by its row in the frame. */
  supplyOrder(row: number): string;
  /** Company of a node, or notSet. */
  companyOf(node: number): number;
  currencyOf(node: number): string;
  decimalsOf(node: number): number;
  /** Grains of a node's item in stock units. */
  units(node: number, grains: number): number;
  /** Alphabetical places, made at the first sort. */
  itemIdRank(item: number): number;
  itemNameRank(item: number): number;
  siteIdRank(site: number): number;
  supplierNameRank(supplier: number): number;
}

/** Reads a frame for people. Does not throw; an index outside a column gives the empty text. */
export function createFrameReader(frame: Frame, locale: string): FrameReader {
  const itemIds = lazyTexts({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds });
  const itemNames = lazyTexts({ bytes: frame.itemNameBytes, ends: frame.itemNameEnds });
  const siteIds = lazyTexts({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds });
  const siteNames = lazyTexts({ bytes: frame.siteNameBytes, ends: frame.siteNameEnds });
  const supplierIds = lazyTexts({ bytes: frame.supplierIdBytes, ends: frame.supplierIdEnds });
  const supplierNames = lazyTexts({ bytes: frame.supplierNameBytes, ends: frame.supplierNameEnds });
  const families = lazyTexts({ bytes: frame.familyBytes, ends: frame.familyEnds });
  const uoms = lazyTexts({ bytes: frame.uomBytes, ends: frame.uomEnds });
  const companies = lazyTexts({ bytes: frame.companyIdBytes, ends: frame.companyIdEnds });
  const currencies = lazyTexts({ bytes: frame.companyCurrencyBytes, ends: frame.companyCurrencyEnds });
  const demandOrders = lazyTexts({ bytes: frame.demandOrderBytes, ends: frame.demandOrderEnds });
  const supplyOrders = lazyTexts({ bytes: frame.supplyOrderBytes, ends: frame.supplyOrderEnds });
  const decimalsOf = (node: number): number => frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const companyOf = (node: number): number => frame.siteCompany[frame.nodeSite[node] ?? 0] ?? notSet;
  return {
    frame,
    itemId: itemIds.at,
    itemName: itemNames.at,
    siteId: siteIds.at,
    siteName: siteNames.at,
    supplierId: supplierIds.at,
    supplierName: supplierNames.at,
    family: (item) => families.at(frame.itemFamily[item] ?? notSet),
    uom: (item) => uoms.at(frame.itemUom[item] ?? notSet),
    companyId: companies.at,
    demandOrder: demandOrders.at,
    supplyOrder: supplyOrders.at,
    companyOf,
    currencyOf: (node) => currencies.at(companyOf(node)) || frame.meta.currency,
    decimalsOf,
    units: (node, grains) => fromGrains(grains, decimalsOf(node)),
    itemIdRank: lazyRank(itemIds, locale),
    itemNameRank: lazyRank(itemNames, locale),
    siteIdRank: lazyRank(siteIds, locale),
    supplierNameRank: lazyRank(supplierNames, locale),
  };
}

interface LazyTexts {
  readonly count: number;
  at(index: number): string;
}

function lazyTexts(column: TextColumn): LazyTexts {
  const kept: string[] = [];
  return {
    count: column.ends.length,
    at: (index) => (kept[index] ??= textAt(column, index)),
  };
}

function lazyRank(texts: LazyTexts, locale: string): (index: number) => number {
  let ranks: Uint32Array | undefined;
  return (index) => {
    ranks ??= rankTexts(
      Array.from({ length: texts.count }, (_, at) => texts.at(at)),
      locale,
    );
    return ranks[index] ?? NaN;
  };
}
