import { toGrains } from '#core/base/quantity.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { MasterData } from './read-master-data.ts';

/** From `minGrains` on, one stock unit costs `unitCost`. */
export interface PriceBreak {
  readonly minGrains: number;
  readonly unitCost: number;
}

/** The price breaks of an item at a supplier, by quantity. */
export type PriceBreaks = (item: number, supplier: number) => readonly PriceBreak[];

/**
 * Indexes the price breaks (FRM-17). Of two that start at the same grain the dearer comes last and holds. Does not throw.
 *
 * @example createPriceBreaks(rows, master)(0, 0) → [{ minGrains: 100000, unitCost: 9 }]
 */
export function createPriceBreaks(rows: readonly PackageRow<'price_breaks'>[], master: MasterData): PriceBreaks {
  const bySource = new Map<number, PriceBreak[]>();
  const keyOf = (item: number, supplier: number): number => item * master.suppliers.length + supplier;
  for (const row of rows) {
    const item = master.itemIndex.indexOf(row.item_id);
    const key = keyOf(item, master.supplierIndex.indexOf(row.supplier_id));
    const found = { minGrains: toGrains(row.min_qty, master.items[item]?.decimals ?? 0), unitCost: row.unit_cost };
    const list = bySource.get(key);
    if (list) list.push(found);
    else bySource.set(key, [found]);
  }
  for (const list of bySource.values()) list.sort((a, b) => a.minGrains - b.minGrains || a.unitCost - b.unitCost);
  return (item, supplier) => bySource.get(keyOf(item, supplier)) ?? noBreaks;
}

const noBreaks: readonly never[] = [];
