import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Random } from '#core/base/random.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { currentWeeklyUnits } from './demo-demand.ts';
import { demoFamilies } from './demo-families.ts';
import type { DemoItem } from './demo-item.ts';
import { demoSites, hubId, plantId, type DemoSite } from './demo-places.ts';
import { problemOf } from './planted-problems.ts';

/** Days a plant needs for an assembly. */
export const assemblyDays = 6;

/** Sites that hold stock of an item: where it is sold, the hub everything passes, the branch behind a depot. */
export function stockingSites(item: DemoItem): readonly DemoSite[] {
  if (item.sourcing === 'kit') return [];
  const ids = new Set([hubId, ...item.sites.map((site) => site.siteId)]);
  return demoSites.filter((site) => ids.has(site.siteId));
}

/** Units a week that leave a site: its own sales, and for a supplying site those of the sites behind it. */
export function weeklyOutflow(item: DemoItem, site: DemoSite, planDay: CalendarDay): number {
  const own = item.sites.includes(site) ? currentWeeklyUnits(item, site, planDay) : 0;
  const behind = item.sites.filter((kept) => kept.suppliedBy === site.siteId);
  return behind.reduce((sum, kept) => sum + weeklyOutflow(item, kept, planDay), own);
}

/** Days until more can be there, as the lanes say. */
export function supplyDays(item: DemoItem, site: DemoSite): number {
  if (site.siteId !== hubId) return site.transferDays + site.transferEveryDays;
  return item.sourcing === 'made' ? assemblyDays + 9 : item.supplier.leadTimeDays + 7;
}

/** Whole packs nearest to a quantity. */
export function toPacks(item: DemoItem, units: number): number {
  return Math.max(0, Math.round(units / item.pack) * item.pack);
}

/** Where a site stands against what it needs: most are fine, some are short, some sit on too much. */
function healthOf(random: Random): number {
  const draw = random.next();
  if (draw < 0.04) return 0.1 + 0.4 * random.next();
  if (draw < 0.16) return 2.5 + 3 * random.next();
  return 1.05 + 0.7 * random.next();
}

/** Stock of an item at its sites on the morning of the plan day. */
export function* stockRows(random: Random, item: DemoItem, planDay: CalendarDay): Generator<Partial<PackageRow<'stock'>>> {
  const problem = problemOf(item.index);
  for (const site of stockingSites(item)) {
    const own = random.fork(`stock ${item.index} ${site.siteId}`);
    const weekly = weeklyOutflow(item, site, planDay);
    const coverWeeks = supplyDays(item, site) / 7 + 2;
    const dead = item.lifecycle === 'obsolete' ? item.weeklyUnits * 6 * site.demandShare : 0;
    const usual = toPacks(item, weekly * coverWeeks * healthOf(own) + dead);
    const units = plantStock(problem, site, usual, weekly);
    const place = { item_id: item.itemId, site_id: site.siteId };
    if (units < 0) {
      yield { ...place, qty: units, status: 'available' };
      continue;
    }
    if (units === 0) continue;
    if (item.family.shelfLifeDays === null)
      yield { ...place, qty: units, status: 'available', received_on: planDay - own.integer(5, 90) };
    else yield* lotRows(own, item, place, units, planDay, problem === 'expired_lot' && site.siteId === hubId);
    if (own.next() < 0.03)
      yield { ...place, qty: Math.max(1, Math.round(units * 0.08)), status: own.pick(['quarantine', 'damaged']) };
    if (own.next() < 0.02) {
      const release_on = planDay + own.integer(2, 10);
      yield { ...place, qty: item.pack * own.integer(1, 4), status: 'pending_inspection', release_on };
    }
  }
}

function plantStock(problem: ReturnType<typeof problemOf>, site: DemoSite, usual: number, weekly: number): number {
  if (problem === 'negative_stock' && site.siteId === hubId) return -Math.max(3, Math.round(weekly * 0.4));
  if (problem === 'excess_beside_shortage') return site.siteId === hubId ? Math.max(60, Math.round(weekly * 55)) : 0;
  if ((problem === 'late_purchase_order' || problem === 'supply_far_too_late') && site.siteId === hubId) {
    return Math.round(weekly * 0.5);
  }
  return usual;
}

function* lotRows(
  random: Random,
  item: DemoItem,
  place: { readonly item_id: string; readonly site_id: string },
  units: number,
  planDay: CalendarDay,
  isExpired: boolean,
): Generator<Partial<PackageRow<'stock'>>> {
  const shelfLife = item.family.shelfLifeDays ?? 365;
  const older = Math.floor((units * (0.2 + 0.3 * random.next())) / item.pack) * item.pack;
  const ages = [random.integer(Math.floor(shelfLife * 0.6), shelfLife - 5), random.integer(10, Math.floor(shelfLife * 0.4))];
  for (const [position, qty] of [older, units - older].entries()) {
    if (qty <= 0) continue;
    const received_on = planDay - (ages[position] ?? 30);
    const expires_on = isExpired && position === 0 ? planDay - 9 : received_on + shelfLife;
    yield { ...place, qty, status: 'available', lot: `L${received_on % 10_000}-${item.index}`, received_on, expires_on };
  }
}

/** Orders on their way: most in time, some late, a few early. */
export function* supplyRows(random: Random, item: DemoItem, planDay: CalendarDay): Generator<Partial<PackageRow<'supply_open'>>> {
  if (item.sourcing === 'kit' || item.lifecycle === 'obsolete') return;
  const problem = problemOf(item.index);
  for (const site of stockingSites(item)) {
    const own = random.fork(`supply ${item.index} ${site.siteId}`);
    const weekly = weeklyOutflow(item, site, planDay);
    if (weekly <= 0) continue;
    const place = { item_id: item.itemId, site_id: site.siteId };
    const number = `${site.siteId}${String(item.index).padStart(6, '0')}`;
    if (site.siteId !== hubId) {
      if (own.next() > 0.12) continue;
      const qty = Math.max(item.pack, toPacks(item, weekly * 1.5));
      const due_date = planDay + own.integer(-2, site.transferDays + 1);
      const status = due_date <= planDay + site.transferDays ? 'in_transit' : 'confirmed';
      yield {
        ...place,
        order_id: `INT${number}`,
        kind: 'transfer',
        due_date,
        qty,
        source_id: site.suppliedBy,
        status,
        ordered_on: due_date - site.transferDays,
      };
      continue;
    }
    const qty = Math.max(item.pack, toPacks(item, weekly * (3 + 3 * own.next())));
    const lead = item.sourcing === 'made' ? assemblyDays : item.supplier.leadTimeDays;
    const source_id = item.sourcing === 'made' ? plantId : item.supplier.supplierId;
    const kind = item.sourcing === 'made' ? 'transfer' : 'buy';
    const order_id = `${kind === 'buy' ? 'PO' : 'INT'}${number}`;
    if (problem === 'late_purchase_order' || problem === 'supply_far_too_late') {
      const due_date = problem === 'late_purchase_order' ? planDay - 12 : planDay + 150;
      yield { ...place, order_id, kind, due_date, qty, source_id, status: 'confirmed', ordered_on: planDay - lead - 12 };
      continue;
    }
    if (problem === 'excess_beside_shortage' || own.next() > 0.45) continue;
    const due_date = planDay + own.integer(own.next() < 0.08 ? -15 : 1, Math.max(2, lead));
    const confirmed_date = own.next() < 0.3 ? due_date + own.integer(-3, 9) : null;
    yield {
      ...place,
      order_id,
      kind,
      due_date,
      qty,
      source_id,
      status: own.next() < 0.1 ? 'draft' : 'confirmed',
      ordered_on: Math.min(planDay - 1, due_date - lead),
      confirmed_date,
    };
  }
}

/** What suppliers delivered over the last two years, with the days they took in truth. */
export function* receiptRows(
  random: Random,
  item: DemoItem,
  planDay: CalendarDay,
): Generator<Partial<PackageRow<'receipts_history'>>> {
  if (item.sourcing !== 'bought') return;
  const own = random.fork(`receipts ${item.index}`);
  const hub = demoSites.find((site) => site.siteId === hubId);
  const weekly = hub ? weeklyOutflow(item, hub, planDay) : 0;
  if (weekly <= 0) return;
  const { supplier } = item;
  const trueDays = problemOf(item.index) === 'wrong_lead_time' ? 45 : supplier.trueDays;
  const shape = (trueDays / supplier.trueSd) ** 2;
  for (let number = 0, age = own.integer(60, 120); age < 700; age += own.integer(50, 130), number += 1) {
    const days = Math.max(1, Math.round(own.gamma(shape, trueDays / shape)));
    const ordered_on = planDay - age;
    if (ordered_on + days >= planDay) continue;
    const qty_ordered = Math.max(item.pack, toPacks(item, weekly * (4 + 3 * own.next())));
    yield {
      order_id: `RC${String(item.index).padStart(6, '0')}-${number}`,
      supplier_id: supplier.supplierId,
      item_id: item.itemId,
      site_id: hubId,
      ordered_on,
      received_on: ordered_on + days,
      qty_ordered,
      qty_received: own.next() < 0.07 ? Math.max(1, Math.round(qty_ordered * 0.9)) : qty_ordered,
      promised_on: ordered_on + supplier.leadTimeDays,
      unit_cost: item.cost,
    };
  }
}

/** Families in which a lane's minimum order is several packs: far suppliers ship in cartons. */
export function minimumOrder(item: DemoItem): number {
  const isFar = item.supplier.leadTimeDays >= 40;
  return item.pack * (isFar ? 10 : 2);
}

/** How many families there are, for tests. */
export const familyCount = demoFamilies.length;
