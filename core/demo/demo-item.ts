import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Random } from '#core/base/random.ts';
import { demoFamilies, type DemoFamily } from './demo-families.ts';
import { demoSites, demoSuppliers, plantId, suppliersOfFamily, type DemoSite, type DemoSupplier } from './demo-places.ts';

/** Where an item comes from. */
export type DemoSourcing = 'bought' | 'made' | 'kit';

/** Everything that is decided about an item once; its rows in every table follow from it. */
export interface DemoItem {
  readonly index: number;
  readonly itemId: string;
  readonly name: string;
  readonly family: DemoFamily;
  readonly sourcing: DemoSourcing;
  readonly supplier: DemoSupplier;
  readonly cost: number;
  readonly price: number;
  readonly pack: number;
  /** Units a week over all sites, before season and trend. */
  readonly weeklyUnits: number;
  /** Share of demand per year that is gained (+) or lost (-). */
  readonly trend: number;
  readonly lifecycle: 'new' | 'active' | 'phase_out' | 'obsolete';
  /** Sites that keep the item and sell it. */
  readonly sites: readonly DemoSite[];
}

/** Item-locations an item has on average, by the ranges of the sites. */
export const locationsPerItem = 3.25;
/** Every so many items one is assembled at the plant, and one is a kit. */
const madeEvery = 41;
const kitEvery = 97;

/** Draws an item from its own stream, so that it does not depend on how many others there are. */
export function drawItem(random: Random, index: number): DemoItem {
  const own = random.fork(`item ${index}`);
  const familyIndex = own.integer(0, demoFamilies.length - 1);
  const family = demoFamilies[familyIndex]!; // in range
  const sourcing: DemoSourcing = index % madeEvery === 17 ? 'made' : index % kitEvery === 31 ? 'kit' : 'bought';
  const supplierId = own.pick(suppliersOfFamily[familyIndex] ?? ['S001']);
  const cost = round2(family.cost * Math.exp(family.costSpread * own.normal()) * (sourcing === 'bought' ? 1 : 6));
  const popularity = Math.exp(1.1 * own.normal());
  const weeklyUnits = family.weeklyUnits * popularity * (sourcing === 'bought' ? 1 : 0.15);
  const draw = own.next();
  return {
    index,
    itemId: `${family.prefix}-${String(10_000 + index)}`,
    name: nameOf(own, family, sourcing),
    family,
    sourcing,
    supplier: demoSuppliers.find((row) => row.supplierId === supplierId) ?? demoSuppliers[0]!, // the list is not empty
    cost: Math.max(0.02, cost),
    price: round2(Math.max(0.02, cost) * (1.35 + 0.5 * own.next())),
    pack: own.pick(family.pack),
    weeklyUnits,
    trend: 0.25 * own.normal(),
    lifecycle: draw < 0.03 ? 'new' : draw < 0.05 ? 'phase_out' : draw < 0.06 ? 'obsolete' : 'active',
    sites: drawSites(own, sourcing),
  };
}

function drawSites(random: Random, sourcing: DemoSourcing): DemoSite[] {
  const kept = demoSites.filter((site) => site.siteId !== plantId && random.next() < site.rangeShare);
  const ids = new Set(kept.map((site) => site.siteId));
  // A depot keeps only what its branch keeps; kits are sold where people order them, at branches.
  return kept.filter((site) => (site.kind !== 'depot' || ids.has('BHX')) && (sourcing !== 'kit' || site.kind === 'branch'));
}

function nameOf(random: Random, family: DemoFamily, sourcing: DemoSourcing): string {
  const name = `${random.pick(family.nouns)} ${random.pick(family.sizes)}`;
  return sourcing === 'made' ? `Assembly ${name}` : sourcing === 'kit' ? `Service kit ${name}` : name;
}

/** Season, trend and life of an item as a factor on a day's demand. */
export function demandFactor(item: DemoItem, day: CalendarDay, planDay: CalendarDay): number {
  const yearsAgo = (planDay - day) / 365.25;
  const trend = Math.max(0.2, 1 - item.trend * yearsAgo);
  return trend * seasonFactor(item.family.shape, day) * lifeFactor(item, planDay - day);
}

function seasonFactor(shape: DemoFamily['shape'], day: CalendarDay): number {
  const year = (2 * Math.PI * (day % 365.25)) / 365.25;
  switch (shape) {
    case 'steady':
    case 'spare':
      return 1;
    case 'spring':
      return 1 + 0.75 * Math.cos(year - (2 * Math.PI * 135) / 365.25);
    case 'winter':
      return 1 + 0.5 * Math.cos(year - (2 * Math.PI * 15) / 365.25);
  }
}

function lifeFactor(item: DemoItem, daysAgo: number): number {
  switch (item.lifecycle) {
    case 'active':
      return 1;
    case 'new':
      return daysAgo > 140 ? 0 : Math.min(1, 0.2 + (140 - daysAgo) / 140);
    case 'phase_out':
      return Math.min(1, 0.25 + daysAgo / 200);
    case 'obsolete':
      return daysAgo < 420 ? 0 : 1;
  }
}

/** Two decimals, as prices have. */
export function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
