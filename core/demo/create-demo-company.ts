import { mondayOf, type CalendarDay } from '#core/base/calendar-day.ts';
import { createRandom } from '#core/base/random.ts';
import type { Manifest } from '#core/model/package/manifest.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';
import { currentWeeklyUnits, historyRows, weeklyUnitsAt } from './demo-demand.ts';
import { drawItem, locationsPerItem, round2, type DemoItem } from './demo-item.ts';
import { demoCalendars, demoCompanies, demoHolidays, demoSites, demoSuppliers, hubId, plantId } from './demo-places.ts';
import { assemblyDays, minimumOrder, receiptRows, stockRows, supplyRows } from './demo-supply.ts';
import { itemsWithProblems, problemOf, type PlantedProblem } from './planted-problems.ts';

export interface DemoOptions {
  readonly seed: number;
  /** About how many item-locations; from 1,000 to 500,000. */
  readonly itemLocations: number;
  readonly planDay: CalendarDay;
  /** Weeks of demand history; 104 where it is left out. */
  readonly historyWeeks?: number;
  readonly horizonDays?: number;
}

export interface DemoCompany extends PackageSource {
  /** What is wrong on purpose. */
  readonly plantedProblems: readonly PlantedProblem[];
}

type Rows<Name extends TableName> = Iterable<Partial<PackageRow<Name>>>;

/** Days for which the wholesaler waits for an open order before it buys anew; what is overdue for longer is not counted on. */
const waitDays = 10;

/**
 * A technical wholesaler that does not exist: three legal entities in three currencies, a hub, branches, a van depot and
 * a plant (rules DMO-1 to DMO-9). The same options give the same rows; every item has a random stream of its own, so
 * rows are made as they are read and a company of any size streams. Does not throw.
 *
 * @example createDemoCompany({ seed: 1, itemLocations: 1500, planDay: 20458 }).manifest.planDay === 20458
 */
export function createDemoCompany(options: DemoOptions): DemoCompany {
  const { seed, itemLocations, planDay, historyWeeks = 104, horizonDays = 182 } = options;
  const random = createRandom(seed);
  const itemCount = Math.max(1, Math.round(itemLocations / locationsPerItem));
  const firstMonday = mondayOf(planDay) - 7 * historyWeeks;
  const manifest: Manifest = { planDay, horizonDays, currency: 'EUR' };

  function* items(): Generator<DemoItem> {
    for (let index = 0; index < itemCount; index += 1) yield drawItem(random, index);
  }
  function* ofItems<Name extends TableName>(rowsOf: (item: DemoItem) => Rows<Name>): Generator<Partial<PackageRow<Name>>> {
    for (const item of items()) yield* rowsOf(item);
  }
  /** Items bought in bulk that assemblies and kits are made of, chosen by position. */
  function componentsOf(item: DemoItem): { readonly item: DemoItem; readonly qty: number }[] {
    const own = random.fork(`bom ${item.index}`);
    const found = new Map<number, { item: DemoItem; qty: number }>();
    for (let attempt = 0; found.size < 3 && attempt < 20; attempt += 1) {
      const component = drawItem(random, own.integer(0, itemCount - 1));
      const isUsable = component.sourcing === 'bought' && component.lifecycle === 'active' && component.cost < item.cost;
      if (isUsable) found.set(component.index, { item: component, qty: own.integer(1, 4) });
    }
    return [...found.values()];
  }

  const tables: { readonly [Name in TableName]?: () => Rows<Name> } = {
    companies: () => demoCompanies,
    calendars: () => demoCalendars,
    calendar_days: () => demoHolidays(planDay - 100, planDay + horizonDays + 500),
    sites: () =>
      demoSites.map((site) => ({
        site_id: site.siteId,
        name: site.name,
        company_id: site.companyId,
        kind: site.kind,
        calendar_id: site.kind === 'branch' ? 'SHOP' : 'WORK',
        region: site.region,
      })),
    items: () => ofItems((item) => [itemRow(item, itemCount, random)]),
    suppliers: () =>
      demoSuppliers.map((supplier) => ({
        supplier_id: supplier.supplierId,
        name: supplier.name,
        company_id: supplier.companyId,
        calendar_id: 'WORK',
        min_order_value: supplier.minOrderValue,
        currency: supplier.currency,
        status: supplier.status,
      })),
    stock: () => ofItems((item) => stockRows(random, item, planDay)),
    demand_history: () =>
      ofItems(function* (item) {
        for (const site of item.sites) {
          const own = random.fork(`history ${item.index} ${site.siteId}`);
          yield* historyRows(own, item, site, firstMonday, planDay);
        }
        const [site] = item.sites;
        if (problemOf(item.index) === 'demand_outlier' && site) {
          const qty = Math.round(60 * weeklyUnitsAt(item, site) + 400);
          yield {
            item_id: item.itemId,
            site_id: site.siteId,
            date: mondayOf(planDay) - 40,
            qty,
            channel: 'counter',
            kind: 'sale',
          };
        }
      }),
    demand_open: () =>
      ofItems(function* (item) {
        for (const site of item.sites) {
          const own = random.fork(`orders ${item.index} ${site.siteId}`);
          const weekly = currentWeeklyUnits(item, site, planDay);
          if (weekly <= 0 || own.next() > 0.14) continue;
          yield {
            order_id: `SO${site.siteId}${String(item.index).padStart(6, '0')}`,
            item_id: item.itemId,
            site_id: site.siteId,
            due_date: planDay + own.integer(-3, 24),
            qty: Math.max(1, Math.round(weekly * (0.4 + own.next()))),
            priority: own.integer(1, 3),
            customer_id: `C${own.integer(1000, 1400)}`,
          };
        }
      }),
    forecast: () =>
      ofItems(function* (item) {
        const own = random.fork(`promotion ${item.index}`);
        if (item.lifecycle !== 'active' || own.next() > 0.015) return;
        for (const site of item.sites.filter((kept) => kept.kind === 'branch')) {
          const qty = Math.round(1.6 * currentWeeklyUnits(item, site, planDay));
          const start_date = mondayOf(planDay) + 7 * own.integer(3, 6);
          if (qty > 0) yield { item_id: item.itemId, site_id: site.siteId, start_date, days: 7, qty, stream: 'promotion' };
        }
      }),
    supply_open: () => ofItems((item) => supplyRows(random, item, planDay)),
    lanes: function* () {
      for (const site of demoSites) {
        if (site.suppliedBy === null) continue;
        yield {
          item_id: '*',
          site_id: site.siteId,
          kind: 'transfer',
          source_id: site.suppliedBy,
          lead_time_days: site.transferDays,
          review_days: site.transferEveryDays,
          calendar_id: 'WORK',
        };
      }
      yield* ofItems<'lanes'>((item) => laneRows(item));
    },
    price_breaks: () =>
      ofItems(function* (item) {
        if (item.sourcing !== 'bought' || item.index % 5 !== 2) return;
        for (const [packs, discount] of [
          [20, 0.04],
          [60, 0.08],
        ] as const) {
          const unit_cost = round4(item.cost * (1 - discount));
          yield { item_id: item.itemId, supplier_id: item.supplier.supplierId, min_qty: packs * item.pack, unit_cost };
        }
      }),
    bom: () =>
      ofItems(function* (item) {
        if (item.sourcing === 'bought') return;
        for (const { item: component, qty } of componentsOf(item)) {
          const kind = item.sourcing === 'kit' ? 'phantom' : 'normal';
          const scrap = item.sourcing === 'made' ? 0.02 : null;
          yield { parent_item_id: item.itemId, component_item_id: component.itemId, qty, per_qty: 1, scrap, kind };
        }
      }),
    policies: function* () {
      yield {
        item_id: '*',
        site_id: '*',
        method: 'time_phased',
        service_target: 0.95,
        service_type: 'cycle',
        wait_days: waitDays,
        owner: 'planning',
      };
      yield {
        item_id: 'class:A',
        site_id: '*',
        method: 'time_phased',
        service_target: 0.975,
        service_type: 'cycle',
        wait_days: waitDays,
        owner: 'planning',
      };
      yield {
        item_id: 'class:C',
        site_id: '*',
        method: 'time_phased',
        service_target: 0.9,
        service_type: 'cycle',
        wait_days: waitDays,
        owner: 'planning',
      };
      yield* ofItems<'policies'>(function* (item) {
        const depot = item.sites.find((site) => site.kind === 'depot');
        if (!depot || item.sourcing === 'kit') return;
        const weekly = currentWeeklyUnits(item, depot, planDay);
        const min_qty = Math.max(1, Math.ceil(weekly * 1.5));
        const max_qty = min_qty + Math.max(item.pack, Math.ceil(weekly * 2));
        yield { item_id: item.itemId, site_id: depot.siteId, method: 'min_max', min_qty, max_qty, owner: 'vans' };
      });
    },
    receipts_history: () => ofItems((item) => receiptRows(random, item, planDay)),
  };

  return {
    manifest,
    plantedProblems: listProblems((index) => drawItem(random, index), Math.min(itemCount, itemsWithProblems)),
    rows<Name extends TableName>(name: Name) {
      const rows = tables[name] as (() => Rows<Name>) | undefined; // indexed by the same name
      // The memory package fills in what a row leaves out, one row at a time.
      return createMemoryPackage(manifest, { [name]: rows?.() ?? [] }).rows(name);
    },
  };
}

function itemRow(item: DemoItem, itemCount: number, random: ReturnType<typeof createRandom>): Partial<PackageRow<'items'>> {
  const hasSuccessor = item.lifecycle === 'phase_out' && item.index + 1 < itemCount;
  return {
    item_id: item.itemId,
    name: item.name,
    family: item.family.name,
    uom: item.family.unit,
    decimals: 0,
    cost: item.cost,
    price: item.price,
    lifecycle: item.lifecycle,
    successor_id: hasSuccessor ? drawItem(random, item.index + 1).itemId : null,
    shelf_life_days: item.family.shelfLifeDays,
    tracking: item.family.shelfLifeDays === null ? 'none' : 'lot',
    weight: round2(0.05 + item.cost * 0.03),
    criticality: item.family.shape === 'spare' ? 'high' : null,
  };
}

function* laneRows(item: DemoItem): Generator<Partial<PackageRow<'lanes'>>> {
  if (item.sourcing === 'kit') return;
  if (item.sourcing === 'made') {
    yield {
      item_id: item.itemId,
      site_id: hubId,
      kind: 'transfer',
      source_id: plantId,
      lead_time_days: 2,
      review_days: 7,
      calendar_id: 'WORK',
    };
    yield {
      item_id: item.itemId,
      site_id: plantId,
      kind: 'make',
      lead_time_days: assemblyDays,
      lead_time_basis: 'working',
      calendar_id: 'WORK',
      review_days: 7,
    };
    return;
  }
  const { supplier } = item;
  yield {
    item_id: item.itemId,
    site_id: hubId,
    kind: 'buy',
    source_id: supplier.supplierId,
    lead_time_days: supplier.leadTimeDays,
    lead_time_sd: supplier.trueSd,
    moq: minimumOrder(item),
    multiple: item.pack,
    unit_cost: item.cost,
    priority: 1,
    review_days: supplier.leadTimeDays >= 40 ? 28 : 14,
    calendar_id: 'WORK',
  };
}

function listProblems(itemAt: (index: number) => DemoItem, count: number): PlantedProblem[] {
  const problems: PlantedProblem[] = [
    { kind: 'duplicate_supplier', itemId: '', siteId: '', text: 'S001 and S013 are the same supplier under two names' },
  ];
  for (let index = 0; index < count; index += 1) {
    const kind = problemOf(index);
    if (!kind) continue;
    const item = itemAt(index);
    const needsLots = kind === 'expired_lot' && item.family.shelfLifeDays === null;
    const needsSupplier = (kind === 'wrong_lead_time' || kind === 'late_purchase_order') && item.sourcing !== 'bought';
    if (needsLots || needsSupplier || item.sourcing === 'kit' || item.lifecycle === 'obsolete' || item.sites.length === 0)
      continue;
    const siteId = kind === 'demand_outlier' ? (item.sites[0]?.siteId ?? hubId) : hubId;
    problems.push({ kind, itemId: item.itemId, siteId, text: problemTexts[kind] });
  }
  return problems;
}

const problemTexts = {
  negative_stock: 'The book stock is below zero',
  late_purchase_order: 'The purchase order is twelve days late and stock is nearly gone',
  excess_beside_shortage: 'The hub holds a year of stock while the branches have none',
  wrong_lead_time: 'The lane names a shorter lead time than the receipts show',
  expired_lot: 'A lot has expired and is still booked as available',
  demand_outlier: 'One sale is a typing error of many weeks of demand',
  supply_far_too_late: 'The purchase order comes in five months while stock lasts days',
} as const;

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
