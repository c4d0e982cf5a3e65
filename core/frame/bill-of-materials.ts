import { AppError } from '#core/base/app-error.ts';
import { grainsPerUnit } from '#core/base/quantity.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { exactFraction, productOf, quotientOf, type Fraction } from './exact-fraction.ts';
import { byFields } from './node-entries.ts';
import type { MasterData } from './read-master-data.ts';
import { always, commonDays, daysNotIn, type ValidDays } from './valid-days.ts';

type BomRow = PackageRow<'bom'>;

/** One component of a parent: grains of it per grain of the parent as an exact fraction, while it is valid. */
export interface Component {
  readonly item: number;
  /** The site at which it is taken from stock. */
  readonly site: number;
  readonly share: Fraction;
  readonly valid: ValidDays;
}

export interface BillOfMaterials {
  /** True for kits that exist on paper only: at this site their demand is demand for their components. */
  isKit(item: number, site: number): boolean;
  /**
   * What a kit stands for at a site, kits inside it broken down. On days without a valid row that is the kit itself: it
   * is an item like any other then (FRM-12). Errors: `plan.cycle`.
   */
  partsOf(item: number, site: number): readonly Component[];
  /** What making one parent at a site consumes (FRM-13). Errors: `plan.cycle`. */
  componentsOf(item: number, site: number): readonly Component[];
  /** What a subcontractor at `site` consumes to deliver one parent to `destination` (FRM-16). Errors: `plan.cycle`. */
  subcontractedOf(item: number, site: number, destination: number): readonly Component[];
}

/**
 * Indexes the bom table. Rows for a site win over rows for all sites. Does not throw on checked rows.
 *
 * @example createBillOfMaterials([], master).isKit(0, 0) === false
 */
export function createBillOfMaterials(rows: readonly BomRow[], master: MasterData): BillOfMaterials {
  const kitRows = indexByParent(rows.filter((row) => row.kind === 'phantom'));
  const recipeRows = indexByParent(rows.filter((row) => row.kind !== 'phantom'));
  const subcontractRows = indexByParent(rows.filter((row) => row.kind === 'subcontract'));
  const known = new Map<string, readonly Component[]>();
  const siteCount = master.sites.length;
  const parts = new Map<number, readonly Component[]>();

  function indexByParent(kept: readonly BomRow[]): ReadonlyMap<number, readonly BomRow[]> {
    const byParent = new Map<number, BomRow[]>();
    for (const row of kept) {
      const parent = master.itemIndex.indexOf(row.parent_item_id);
      const list = byParent.get(parent);
      if (list) list.push(row);
      else byParent.set(parent, [row]);
    }
    return byParent;
  }

  function siteOf(row: BomRow): number | undefined {
    return master.siteIndex.find(row.site_id ?? '');
  }

  function rowsFor(all: readonly BomRow[] | undefined, site: number): readonly BomRow[] {
    if (!all) return noRows;
    const special = all.filter((row) => siteOf(row) === site);
    return special.length > 0 ? special : all.filter((row) => row.site_id === null);
  }

  /** Rows for the subcontractor's site win, then rows for the destination; others hold where they say, or for all. */
  function rowsOfSubcontractor(all: readonly BomRow[], site: number, destination: number): readonly BomRow[] {
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

  function isKit(item: number, site: number): boolean {
    return kitRows.has(item) && rowsFor(kitRows.get(item), site).length > 0;
  }

  /** The component of a row, or what stands for it where it is a kit. `path` are the items that are being broken down. */
  function breakDown(row: BomRow, parent: number, site: number, path: readonly number[]): readonly Component[] {
    const item = master.itemIndex.indexOf(row.component_item_id);
    const component = { item, site, share: shareOf(row, item, parent), valid: validDays(row) };
    if (!isKit(item, site)) return [component];
    return partsBelow(item, site, path).flatMap((part) => {
      const valid = commonDays(component.valid, part.valid);
      return valid ? [{ ...part, share: productOf(component.share, part.share), valid }] : [];
    });
  }

  function partsBelow(item: number, site: number, path: readonly number[]): readonly Component[] {
    const key = item * siteCount + site;
    const found = parts.get(key);
    if (found) return found;
    if (path.includes(item)) throw kitCycle(path.slice(path.indexOf(item)), master);
    const valid = rowsFor(kitRows.get(item), site);
    const itself = daysNotIn(valid.map(validDays)).map((days) => ({ item, site, share: exactFraction(1), valid: days }));
    const made = [...valid.flatMap((row) => breakDown(row, item, site, [...path, item])), ...itself].sort(compareComponents);
    parts.set(key, made);
    return made;
  }

  function shareOf(row: BomRow, item: number, parent: number): Fraction {
    const scrap = exactFraction(row.scrap ?? 0);
    const kept = { numerator: scrap.denominator - scrap.numerator, denominator: scrap.denominator };
    const perUnit = quotientOf(exactFraction(row.qty), productOf(exactFraction(row.per_qty ?? 1), kept));
    return productOf(perUnit, quotientOf(exactFraction(unitOf(item)), exactFraction(unitOf(parent))));
  }

  function unitOf(item: number): number {
    return grainsPerUnit(master.items[item]?.decimals ?? 0);
  }

  function remembered(key: string, find: () => readonly Component[]): readonly Component[] {
    const found = known.get(key) ?? [...find()].sort(compareComponents);
    known.set(key, found);
    return found;
  }

  return {
    isKit,
    partsOf: (item, site) => partsBelow(item, site, []),
    componentsOf(item, site) {
      const all = recipeRows.get(item);
      if (!all) return noComponents;
      return remembered(`${item} ${site}`, () => rowsFor(all, site).flatMap((row) => breakDown(row, item, site, [])));
    },
    subcontractedOf(item, site, destination) {
      const all = subcontractRows.get(item);
      if (!all) return noComponents;
      return remembered(`${item} ${site} ${destination}`, () =>
        rowsOfSubcontractor(all, site, destination).flatMap((row) => breakDown(row, item, siteOf(row) ?? site, [])),
      );
    },
  };
}

const noRows: readonly never[] = [];
const noComponents: readonly never[] = [];

const compareComponents = byFields<Component>(
  (component) => component.item,
  (component) => component.site,
  (component) => component.valid.from,
  (component) => component.valid.to,
  (component) => component.share.numerator,
  (component) => component.share.denominator,
);

function validDays(row: BomRow): ValidDays {
  return { from: row.valid_from ?? always.from, to: row.valid_to ?? always.to };
}

/** The same circle has the same name wherever it was entered: it starts at its first item. */
function kitCycle(circle: readonly number[], master: MasterData): AppError {
  const start = circle.indexOf(Math.min(...circle));
  const path = [...circle.slice(start), ...circle.slice(0, start + 1)].map((item) => master.items[item]?.item_id ?? '');
  return new AppError('plan.cycle', `A bill of material contains itself: ${path.join(' -> ')}. Remove one of these lines.`, {
    data: { path },
  });
}
