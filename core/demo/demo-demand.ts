import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Random } from '#core/base/random.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { demandFactor, type DemoItem } from './demo-item.ts';
import type { DemoSite } from './demo-places.ts';

/** Units a week of an item at one of its sites, before season and trend. */
export function weeklyUnitsAt(item: DemoItem, site: DemoSite): number {
  const shares = item.sites.reduce((sum, kept) => sum + kept.demandShare, 0);
  return shares === 0 ? 0 : (item.weeklyUnits * site.demandShare) / shares;
}

/** Weeks between two orders of a spare part. */
const spareGapWeeks = 5;

/**
 * The sales of one item at one site, a line for every week in which something was sold. Spare parts sell seldom and in lumps;
 * the rest is Poisson or, for fast movers, gamma around the mean. A returned tenth of a line comes back now and then.
 */
export function* historyRows(
  random: Random,
  item: DemoItem,
  site: DemoSite,
  firstMonday: CalendarDay,
  planDay: CalendarDay,
): Generator<Partial<PackageRow<'demand_history'>>> {
  const base = weeklyUnitsAt(item, site);
  const isSpare = item.family.shape === 'spare';
  for (let monday = firstMonday; monday + 7 <= planDay; monday += 7) {
    const mean = base * demandFactor(item, monday, planDay);
    const qty = isSpare ? drawLump(random, mean) : drawWeek(random, mean);
    if (qty <= 0) continue;
    const place = { item_id: item.itemId, site_id: site.siteId };
    const channel = random.next() < 0.7 ? 'counter' : 'web';
    yield { ...place, date: monday + random.integer(0, 4), qty, channel, kind: 'sale' };
    if (qty >= 10 && random.next() < 0.02) {
      yield { ...place, date: monday + 4, qty: Math.ceil(qty / 10), channel, kind: 'return' };
    }
  }
}

function drawWeek(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  // Customers order in lumps too, so a week is more variable than Poisson once it is large.
  return mean > 12 ? Math.round(random.gamma(9, mean / 9)) : random.poisson(mean);
}

function drawLump(random: Random, mean: number): number {
  if (mean <= 0 || random.next() > 1 / spareGapWeeks) return 0;
  return Math.max(1, Math.round(random.gamma(1.4, (mean * spareGapWeeks) / 1.4)));
}

/** Units a week expected over the coming weeks, as planners of the demo company would have thought when they ordered. */
export function currentWeeklyUnits(item: DemoItem, site: DemoSite, planDay: CalendarDay): number {
  return weeklyUnitsAt(item, site) * demandFactor(item, planDay + 14, planDay);
}
