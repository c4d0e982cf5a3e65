import { AppError } from '#core/base/app-error.ts';
import { grainsPerUnit } from '#core/base/quantity.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { notSet } from './frame-layout.ts';
import type { MasterData } from './read-master-data.ts';

/** One component of a parent: grains of it per grain of the parent as an exact fraction, while it is valid. */
export interface Component {
  readonly item: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly validFrom: number;
  readonly validTo: number;
}

export interface BillOfMaterials {
  /** True for kits that exist on paper only: their demand is demand for their components. */
  isKit(item: number): boolean;
  /** What one parent consumes at a site, kits inside it broken down (FRM-12). Errors: `plan.cycle`. */
  componentsOf(item: number, site: number): readonly Component[];
}

/** Decimals of `qty`, `per_qty` and `scrap` that count; six more than any recipe states. */
const fractionScale = 1_000_000;

/** Indexes the bom table. Rows for a site win over rows for all sites. Does not throw on checked rows. */
export function createBillOfMaterials(rows: readonly PackageRow<'bom'>[], master: MasterData): BillOfMaterials {
  const byParent = new Map<number, PackageRow<'bom'>[]>();
  for (const row of rows) {
    const parent = master.itemIndex.indexOf(row.parent_item_id);
    const list = byParent.get(parent);
    if (list) list.push(row);
    else byParent.set(parent, [row]);
  }
  const known = new Map<number, readonly Component[]>();
  const siteCount = master.sites.length;

  function isKit(item: number): boolean {
    return byParent.get(item)?.some((row) => row.kind === 'phantom') ?? false;
  }

  function rowsFor(item: number, site: number): readonly PackageRow<'bom'>[] {
    const all = byParent.get(item) ?? [];
    const siteId = master.sites[site]?.site_id;
    const special = all.filter((row) => row.site_id === siteId);
    return special.length > 0 ? special : all.filter((row) => row.site_id === null);
  }

  function breakDown(item: number, site: number, path: readonly number[]): readonly Component[] {
    if (path.includes(item)) throw kitCycle([...path.slice(path.indexOf(item)), item]);
    return rowsFor(item, site).flatMap((row) => {
      const component = componentOf(row, item);
      if (!isKit(component.item)) return [component];
      return breakDown(component.item, site, [...path, item]).map((inner) => nest(component, inner));
    });
  }

  function componentOf(row: PackageRow<'bom'>, parent: number): Component {
    const item = master.itemIndex.indexOf(row.component_item_id);
    const [numerator, denominator] = reduce(
      toScaled(row.qty) * BigInt(fractionScale) * unitsOf(item),
      toScaled(row.per_qty ?? 1) * (BigInt(fractionScale) - toScaled(row.scrap ?? 0)) * unitsOf(parent),
    );
    return { item, numerator, denominator, validFrom: row.valid_from ?? notSet, validTo: row.valid_to ?? notSet };
  }

  function unitsOf(item: number): bigint {
    return BigInt(grainsPerUnit(master.items[item]?.decimals ?? 0));
  }

  function kitCycle(path: readonly number[]): AppError {
    const names = path.map((item) => master.items[item]?.item_id ?? '');
    return new AppError('plan.cycle', `A bill of material contains itself: ${names.join(' -> ')}. Remove one of these lines.`, {
      data: { path: names },
    });
  }

  return {
    isKit,
    componentsOf(item, site) {
      const key = item * siteCount + site;
      const found = known.get(key) ?? [...breakDown(item, site, [])].sort(compareComponents);
      known.set(key, found);
      return found;
    },
  };
}

function nest(outer: Component, inner: Component): Component {
  const [numerator, denominator] = reduce(outer.numerator * inner.numerator, outer.denominator * inner.denominator);
  return {
    item: inner.item,
    numerator,
    denominator,
    validFrom: Math.max(outer.validFrom, inner.validFrom),
    validTo:
      outer.validTo === notSet
        ? inner.validTo
        : inner.validTo === notSet
          ? outer.validTo
          : Math.min(outer.validTo, inner.validTo),
  };
}

function toScaled(value: number): bigint {
  return BigInt(Math.round(value * fractionScale));
}

function reduce(numerator: bigint, denominator: bigint): [bigint, bigint] {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
}

function compareComponents(a: Component, b: Component): number {
  return a.item - b.item || a.validFrom - b.validFrom || a.validTo - b.validTo || Number(a.numerator - b.numerator);
}
