import { AppError } from '#core/base/app-error.ts';
import { grainsPerUnit } from '#core/base/quantity.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { notSet } from './frame-layout.ts';
import type { MasterData } from './read-master-data.ts';

type BomRow = PackageRow<'bom'>;

/** One component of a parent: grains of it per grain of the parent as an exact fraction, while it is valid. */
export interface Component {
  readonly item: number;
  /** The site at which it is taken from stock. */
  readonly site: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly validFrom: number;
  readonly validTo: number;
}

export interface BillOfMaterials {
  /** True for kits that exist on paper only: their demand is demand for their components. */
  isKit(item: number): boolean;
  /** What a kit stands for at a site, kits inside it broken down (FRM-12). Errors: `plan.cycle`. */
  partsOf(item: number, site: number): readonly Component[];
  /** What making one parent at a site consumes (FRM-13). Errors: `plan.cycle`. */
  componentsOf(item: number, site: number): readonly Component[];
  /** What a subcontractor at `site` consumes to deliver one parent to `destination` (FRM-16). Errors: `plan.cycle`. */
  subcontractedOf(item: number, site: number, destination: number): readonly Component[];
}

/** Decimals of `qty`, `per_qty` and `scrap` that count; six more than any recipe states. */
const fractionScale = 1_000_000;

/** Indexes the bom table. Rows for a site win over rows for all sites. Does not throw on checked rows. */
export function createBillOfMaterials(rows: readonly BomRow[], master: MasterData): BillOfMaterials {
  const byParent = new Map<number, BomRow[]>();
  for (const row of rows) {
    const parent = master.itemIndex.indexOf(row.parent_item_id);
    const list = byParent.get(parent);
    if (list) list.push(row);
    else byParent.set(parent, [row]);
  }
  const known = new Map<string, readonly Component[]>();
  const subcontracted = new Set([...byParent].filter(([, list]) => list.some(isSubcontract)).map(([parent]) => parent));

  function isKit(item: number): boolean {
    return byParent.get(item)?.some(isPhantom) ?? false;
  }

  function rowsFor(item: number, site: number, ofKind: (row: BomRow) => boolean): readonly BomRow[] {
    const all = (byParent.get(item) ?? []).filter(ofKind);
    const special = all.filter((row) => siteOf(row) === site);
    return special.length > 0 ? special : all.filter((row) => row.site_id === null);
  }

  /** Rows for the subcontractor's site win, then rows for the destination; others hold where they say, or for all. */
  function subcontractRows(item: number, site: number, destination: number): readonly BomRow[] {
    const all = (byParent.get(item) ?? []).filter(isSubcontract);
    for (const wanted of [site, destination]) {
      const special = all.filter((row) => siteOf(row) === wanted);
      if (special.length > 0) return special;
    }
    const forAll = all.filter((row) => row.site_id === null);
    const named = new Set(forAll.map((row) => row.component_item_id));
    const elsewhere = all.filter((row) => !named.has(row.component_item_id));
    const firstSite = new Map<string, number>();
    for (const row of elsewhere) {
      firstSite.set(row.component_item_id, Math.min(siteOf(row) ?? site, firstSite.get(row.component_item_id) ?? Infinity));
    }
    return [...forAll, ...elsewhere.filter((row) => siteOf(row) === firstSite.get(row.component_item_id))];
  }

  function siteOf(row: BomRow): number | undefined {
    return master.siteIndex.find(row.site_id ?? '');
  }

  function breakDown(row: BomRow, parent: number, site: number, path: readonly number[]): readonly Component[] {
    const component = componentOf(row, parent, site);
    if (!isKit(component.item)) return [component];
    const through = [...path, component.item];
    if (path.includes(component.item)) throw kitCycle(through.slice(path.indexOf(component.item)));
    return rowsFor(component.item, site, isPhantom).flatMap((inner) =>
      breakDown(inner, component.item, site, through).map((part) => nest(component, part)),
    );
  }

  function componentOf(row: BomRow, parent: number, site: number): Component {
    const item = master.itemIndex.indexOf(row.component_item_id);
    const [numerator, denominator] = reduce(
      toScaled(row.qty) * BigInt(fractionScale) * unitsOf(item),
      toScaled(row.per_qty ?? 1) * (BigInt(fractionScale) - toScaled(row.scrap ?? 0)) * unitsOf(parent),
    );
    return { item, site, numerator, denominator, validFrom: row.valid_from ?? notSet, validTo: row.valid_to ?? notSet };
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

  function remembered(key: string, find: () => readonly Component[]): readonly Component[] {
    const found = known.get(key) ?? [...find()].sort(compareComponents);
    known.set(key, found);
    return found;
  }

  return {
    isKit,
    partsOf: (item, site) =>
      remembered(`kit ${item} ${site}`, () =>
        rowsFor(item, site, isPhantom).flatMap((row) => breakDown(row, item, site, [item])),
      ),
    componentsOf: (item, site) =>
      remembered(`make ${item} ${site}`, () =>
        rowsFor(item, site, isRecipe).flatMap((row) => breakDown(row, item, site, [item])),
      ),
    subcontractedOf(item, site, destination) {
      if (!subcontracted.has(item)) return noComponents;
      return remembered(`subcontract ${item} ${site} ${destination}`, () =>
        subcontractRows(item, site, destination).flatMap((row) => breakDown(row, item, siteOf(row) ?? site, [item])),
      );
    },
  };
}

const noComponents: readonly never[] = [];

function isPhantom(row: BomRow): boolean {
  return row.kind === 'phantom';
}

function isRecipe(row: BomRow): boolean {
  return row.kind !== 'phantom';
}

function isSubcontract(row: BomRow): boolean {
  return row.kind === 'subcontract';
}

function nest(outer: Component, inner: Component): Component {
  const [numerator, denominator] = reduce(outer.numerator * inner.numerator, outer.denominator * inner.denominator);
  return {
    item: inner.item,
    site: inner.site,
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
  return (
    a.item - b.item ||
    a.site - b.site ||
    a.validFrom - b.validFrom ||
    a.validTo - b.validTo ||
    Number(a.numerator - b.numerator) ||
    Number(a.denominator - b.denominator)
  );
}
