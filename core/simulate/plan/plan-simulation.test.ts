import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { createEstimator } from '#core/simulate/estimate/estimate.ts';
import { describeItem, type ItemDescription } from '#core/simulate/item/describe-item.ts';
import { extendHorizon, lookAheadDays, type ForecastFrame } from './extend-horizon.ts';
import { createPlanSimulator, type SimulatedNode } from './plan-simulator.ts';
import { readFigure } from './node-figures.ts';
import { createBlockSimulator } from './simulate-block.ts';
import { totalOf } from './plan-totals.ts';

const planDay = 20458; // Monday 2026-01-05

async function frameOf(tables: MemoryTables, horizonDays = 91): Promise<ForecastFrame> {
  const frame = openFrame(await buildFrame(createMemoryPackage({ planDay, horizonDays, currency: 'EUR' }, tables), 1));
  return { frame, forecast: forecastFrame(frame).views };
}

/** So much demand in every one of the last 60 weeks, or as a function of the week. */
function historyOf(item: string, site: string, weekly: number | ((week: number) => number)): readonly object[] {
  const qtyOf = (week: number) => (typeof weekly === 'number' ? weekly : weekly(week));
  return Array.from({ length: 60 }, (_, week) => ({
    item_id: item,
    site_id: site,
    date: planDay - 7 * (week + 1),
    qty: qtyOf(week),
  }));
}

interface Simulated {
  readonly nodes: readonly SimulatedNode[];
  /** By `ITEM@SITE`, quantities in stock units. */
  of(name: string): ItemDescription & { readonly node: SimulatedNode };
}

function simulate(given: ForecastFrame, days: number, replications = 2, isLostSales = false): Simulated {
  const { nameOf } = planFrame(given.frame);
  const simulator = createPlanSimulator(given, { days, replications, seed: 1, isLostSales });
  const nodes = Array.from({ length: given.frame.meta.networks }, (_, network) => simulator.simulateNetwork(network)).flat();
  return {
    nodes,
    of(name) {
      const node = nodes.find(({ row }) => nameOf(row.node) === name);
      if (node === undefined) throw new Error(`no node ${name}`);
      return { node, ...describeItem(node.outcome.figures, days, node.row.costs, createEstimator(replications)) };
    },
  };
}

const item = { item_id: 'A', site_id: 'DC' };

/** One item with orders, open supply and a steady demand of 10 a day that is known exactly. */
function steadyItem(policy: object, weekdays: string): MemoryTables {
  return {
    calendars: [{ calendar_id: 'C', weekdays }],
    sites: [{ site_id: 'DC' }],
    suppliers: [{ supplier_id: 'S', calendar_id: 'C' }],
    items: [{ item_id: 'A', cost: 10 }],
    stock: [{ ...item, qty: 120 }],
    supply_open: [
      { ...item, order_id: 'P1', kind: 'buy', due_date: planDay + 3, qty: 30 },
      { ...item, order_id: 'P2', kind: 'buy', due_date: planDay + 30, qty: 40 },
    ],
    demand_open: [
      { ...item, order_id: 'O1', due_date: planDay + 20, qty: 90 },
      { ...item, order_id: 'O2', due_date: planDay + 2, qty: 4 },
    ],
    lanes: [{ ...item, kind: 'buy', source_id: 'S', lead_time_days: 5, review_days: 7, multiple: 5 }],
    policies: [{ ...item, ...policy }],
    demand_history: historyOf('A', 'DC', 70),
  };
}

const byPosition = {
  'min and max': { method: 'min_max', min_qty: 100, max_qty: 200 },
  'a reorder point': { method: 'reorder_point', min_qty: 100, max_qty: 0 },
  'a reorder point with a maximum': { method: 'reorder_point', min_qty: 100, max_qty: 180 },
  'a computed reorder point': { method: 'reorder_point', service_target: 0.95 },
};
const byReview = {
  'periodic review': { method: 'periodic', safety_stock: 10 },
  'periodic review with a maximum': { method: 'periodic', max_qty: 220 },
};
const byNeed = {
  'time-phased planning': { method: 'time_phased', safety_stock: 15 },
  'days of cover': { method: 'time_phased', safety_days: 4 },
  'lots of periods': { method: 'time_phased', safety_stock: 15, lot_rule: 'periods', lot_periods: 10 },
  'economic lots': { method: 'time_phased', safety_stock: 15, lot_rule: 'eoq', order_cost: 20, holding_rate: 0.2 },
  'Silver-Meal lots': { method: 'time_phased', safety_stock: 15, lot_rule: 'silver_meal', order_cost: 20, holding_rate: 0.2 },
  'a safety lead time': { method: 'time_phased', safety_lead_time_days: 3 },
  'making to order': { method: 'make_to_order' },
};
const everyDay = '1111111';
const comparable = [
  ...Object.entries({ ...byPosition, ...byReview, ...byNeed }).map(([name, policy]) => ({ name, policy, weekdays: everyDay })),
  ...Object.entries({ ...byReview, ...byNeed }).map(([name, policy]) => ({ name, policy, weekdays: '1111100' })),
  ...Object.entries(byNeed).map(([name, policy]) => ({ name, policy, weekdays: '1000000' })),
];

describe('a plan without chance', () => {
  it.each(comparable)(
    'SIM-20 has the balance of the plan day by day under $name, ordering on $weekdays',
    async ({ policy, weekdays }) => {
      const given = await frameOf(steadyItem(policy, weekdays));
      expect(given.forecast.forecastSd[0]).toBe(0);
      const days = 60;
      const { balance } = planFrame(given.frame).planner.project(0);
      const found = simulate(given, days).of('A@DC');
      const meanOf = (part: (grains: number) => number) =>
        balance.subarray(0, days).reduce((sum, grains) => sum + part(grains), 0) / days;
      expect(found.onHand.mean).toBeCloseTo(
        meanOf((grains) => Math.max(0, grains)),
        3,
      );
      expect(found.backorders.mean).toBeCloseTo(
        meanOf((grains) => Math.max(0, -grains)),
        3,
      );
      expect(found.onHand.high).toBe(found.onHand.low);
    },
  );

  it('SIM-24 orders only when the fence is over, every day anew', async () => {
    const given = await frameOf(steadyItem({ method: 'min_max', min_qty: 100, max_qty: 200, fence_days: 4 }, everyDay));
    expect(simulate(given, 20).of('A@DC').node.row.setup.leadTime.base[0]).toBe(5 + 4);
  });
});

const lumpy = (seed: number) => {
  const random = createRandom(seed);
  return () => random.poisson(2) * random.poisson(12);
};

describe('a plan under chance', () => {
  const tables: MemoryTables = {
    sites: [{ site_id: 'DC' }],
    suppliers: [{ supplier_id: 'S' }],
    items: [
      { item_id: 'A', cost: 10, price: 20 },
      { item_id: 'B', cost: 4 },
    ],
    stock: [
      { ...item, qty: 120 },
      { item_id: 'B', site_id: 'DC', qty: 60 },
    ],
    lanes: [
      { ...item, kind: 'buy', source_id: 'S', lead_time_days: 14, lead_time_sd: 4 },
      { item_id: 'B', site_id: 'DC', kind: 'buy', source_id: 'S', lead_time_days: 7 },
    ],
    policies: [
      { ...item, method: 'reorder_point', service_target: 0.95, max_qty: 300, order_cost: 30, holding_rate: 0.25 },
      { item_id: 'B', site_id: 'DC', method: 'time_phased', service_target: 0.9 },
    ],
    demand_history: [...historyOf('A', 'DC', lumpy(3)), ...historyOf('B', 'DC', lumpy(4))],
  };

  it('SIM-22 draws around the forecast with its deviation, and SIM-3 gives intervals', async () => {
    const given = await frameOf(tables);
    const replications = 400;
    const days = 84;
    const found = simulate(given, days, replications).of('A@DC');
    const { demand } = found.node.outcome.figures;
    const mean = demand.reduce((sum, quantity) => sum + quantity, 0) / replications;
    const variance = demand.reduce((sum, quantity) => sum + (quantity - mean) ** 2, 0) / (replications - 1);
    const level = (given.forecast.forecastLevel[0] ?? 0) * 12;
    const expected = (given.forecast.forecastSd[0] ?? 0) ** 2 * 12;
    expect(Math.abs(mean - level)).toBeLessThan(4 * Math.sqrt(expected / replications));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.3);
    expect(found.fillRate?.low).toBeLessThan(found.fillRate?.mean ?? 0);
    expect(found.fillRate?.high).toBeGreaterThan(found.fillRate?.mean ?? 1);
  });

  it('SIM-28 costs holding by the day and every order', async () => {
    const found = simulate(await frameOf(tables), 84, 50).of('A@DC');
    const { onHand, orders } = found.node.outcome.figures;
    const meanOf = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / column.length;
    const holding = (0.25 * 10 * meanOf(onHand)) / 1000 / 365;
    expect(found.costPerPeriod.mean * 84).toBeCloseTo(holding + 30 * meanOf(orders), 6);
    expect(meanOf(orders)).toBeGreaterThan(1);
  });

  it('SIM-2 leaves an item as it is when others are added or changed', async () => {
    const before = simulate(await frameOf(tables), 84, 20).of('A@DC').node.outcome;
    const changed: MemoryTables = {
      ...tables,
      items: [{ item_id: '0' }, ...(tables.items ?? [])],
      stock: [...(tables.stock ?? []), { item_id: '0', site_id: 'DC', qty: 5 }],
      demand_history: [...historyOf('A', 'DC', lumpy(3)), ...historyOf('B', 'DC', lumpy(9))],
    };
    const given = await frameOf(changed);
    // Forecasts learn from all items together; the draws are compared, so the forecast is that of before.
    const own = await frameOf(tables);
    const at = given.frame.nodeItem.findIndex((_, node) => planFrame(given.frame).nameOf(node) === 'A@DC');
    for (const name of ['forecastLevel', 'forecastSd'] as const) given.forecast[name][at] = own.forecast[name][0] ?? 0;
    given.forecast.forecastFactor.set(own.forecast.forecastFactor.subarray(0, 17), at * 17);
    expect(simulate(given, 84, 20).of('A@DC').node.outcome.figures.demand).toEqual(before.figures.demand);
  });

  it('SIM-1 gives the same numbers for any cut into blocks, and totals that add up', async () => {
    const given = await frameOf(tables);
    const options = { days: 84, replications: 10, seed: 5, isLostSales: false };
    const whole = createBlockSimulator(given, options)(0, 2);
    const parts = [createBlockSimulator(given, options)(1, 2), createBlockSimulator(given, options)(0, 1)];
    expect([...(parts[1]?.numbers ?? []), ...(parts[0]?.numbers ?? [])]).toEqual([...whole.numbers]);
    const [first, second] = parts.map(({ totals }) => totalOf(totals, 0, 'cost'));
    const sum = totalOf(whole.totals, 0, 'cost');
    sum.forEach((cost, replication) => expect(cost).toBeCloseTo((first?.[replication] ?? 0) + (second?.[replication] ?? 0), 9));
    expect(readFigure(whole.numbers, 0, 'fillRate')?.mean).toBeGreaterThan(0);
  });

  it.each([
    { type: 'cycle', target: 0.95, sd: 3, margin: 0.02 },
    { type: 'fill', target: 0.95, sd: 3, margin: 0.01 },
    { type: 'fill', target: 0.98, sd: 0, margin: 0.01 },
  ])('SIM-20 reaches a $type target of $target where demand comes as forecast', async ({ type, target, sd, margin }) => {
    const random = createRandom(7);
    const given = await frameOf({
      sites: [{ site_id: 'DC' }],
      suppliers: [{ supplier_id: 'S' }],
      items: [{ item_id: 'A' }],
      stock: [{ ...item, qty: 800 }],
      lanes: [{ ...item, kind: 'buy', source_id: 'S', lead_time_days: 14, lead_time_sd: sd, moq: 500 }],
      policies: [{ ...item, method: 'reorder_point', service_target: target, service_type: type as 'cycle' | 'fill' }],
      demand_history: historyOf('A', 'DC', () => Math.round(Math.max(0, 140 + 40 * random.normal()))),
    });
    const found = simulate(given, 1000, 200).of('A@DC');
    const reached = type === 'cycle' ? found.cycleService : found.fillRate;
    expect(Math.abs((reached?.mean ?? 0) - target)).toBeLessThan(margin);
  });

  it('SIM-6 loses what cannot be served where sales are lost', async () => {
    const given = await frameOf({ ...tables, stock: [], lanes: [] });
    const { figures } = simulate(given, 28, 5, true).of('A@DC').node.outcome;
    expect(figures.lost).toEqual(figures.demand);
    expect(figures.backorders.every((waiting) => waiting === 0)).toBe(true);
  });

  it('SIM-23 takes a given forecast without a history as Poisson', async () => {
    const given = await frameOf({
      sites: [{ site_id: 'DC' }],
      items: [{ item_id: 'A' }],
      forecast: [{ ...item, start_date: planDay, days: 28, qty: 112, stream: 'statistical' }],
    });
    const { demand } = simulate(given, 28, 400).of('A@DC').node.outcome.figures;
    const mean = demand.reduce((sum, value) => sum + value, 0) / 400 / 1000;
    const variance = demand.reduce((sum, value) => sum + (value / 1000 - mean) ** 2, 0) / 399;
    expect(Math.abs(mean - 112)).toBeLessThan(4 * Math.sqrt(112 / 400));
    expect(Math.abs(variance / 112 - 1)).toBeLessThan(0.3);
  });
});

describe('networks of a plan', () => {
  const twoEchelons = (stock: readonly object[], policies: readonly object[]): MemoryTables => ({
    sites: [{ site_id: 'HUB' }, { site_id: 'SHOP' }],
    suppliers: [{ supplier_id: 'S' }],
    items: [{ item_id: 'A' }],
    stock,
    lanes: [
      { item_id: 'A', site_id: 'SHOP', kind: 'transfer', source_id: 'HUB', lead_time_days: 2 },
      ...(policies.length > 1
        ? [{ item_id: 'A', site_id: 'HUB', kind: 'buy' as const, source_id: 'S', lead_time_days: 10 }]
        : []),
    ],
    policies,
    demand_history: historyOf('A', 'SHOP', 70),
  });
  const shop = { item_id: 'A', site_id: 'SHOP', method: 'min_max', min_qty: 40, max_qty: 60 };
  const shopStock = { item_id: 'A', site_id: 'SHOP', qty: 60 };

  it('SIM-29 lets a shop wait for its hub, and says how the hub serves it', async () => {
    const short = [shop, { item_id: 'A', site_id: 'HUB', method: 'min_max', min_qty: 20, max_qty: 80 }];
    const given = await frameOf(twoEchelons([shopStock, { item_id: 'A', site_id: 'HUB', qty: 30 }], short));
    const found = simulate(given, 60);
    expect(found.of('A@SHOP').fillRate?.mean).toBeLessThan(0.9);
    expect(found.of('A@HUB').fillRate?.mean).toBeLessThan(0.9);
    const { asked, waiting, demand } = found.of('A@HUB').node.outcome.figures;
    expect(asked[0]).toBeGreaterThan(0);
    expect(waiting[0]).toBeGreaterThan(0);
    expect(demand[0]).toBe(0);
    const plenty = [shop, { item_id: 'A', site_id: 'HUB', method: 'min_max', min_qty: 300, max_qty: 500 }];
    const supplied = await frameOf(twoEchelons([shopStock, { item_id: 'A', site_id: 'HUB', qty: 400 }], plenty));
    expect(simulate(supplied, 60).of('A@SHOP').fillRate?.mean).toBe(1);
  });

  it('SIM-29 does not wait for a place that neither holds nor gets anything', async () => {
    const given = await frameOf(twoEchelons([shopStock], [shop]));
    expect(simulate(given, 60).of('A@SHOP').fillRate?.mean).toBe(1);
  });

  it('SIM-29 takes components in the amount of the recipe, and waits for them', async () => {
    const given = await frameOf({
      sites: [{ site_id: 'DC' }],
      suppliers: [{ supplier_id: 'S' }],
      items: [{ item_id: 'A' }, { item_id: 'PART' }],
      stock: [
        { ...item, qty: 100 },
        { item_id: 'PART', site_id: 'DC', qty: 120 },
      ],
      bom: [{ parent_item_id: 'A', component_item_id: 'PART', qty: 2 }],
      lanes: [{ ...item, kind: 'make', lead_time_days: 1 }],
      policies: [{ ...item, method: 'min_max', min_qty: 60, max_qty: 100 }],
      demand_history: historyOf('A', 'DC', 70),
    });
    const found = simulate(given, 60);
    const { received } = found.of('A@DC').node.outcome.figures;
    // The stock of 120 parts makes 60 at most; after that every order waits.
    expect(received[0]).toBeLessThanOrEqual(60_000);
    expect(received[0]).toBeGreaterThan(0);
    expect(found.of('PART@DC').node.outcome.figures.asked[0]).toBeGreaterThan(120_000);
    expect(found.of('A@DC').fillRate?.mean).toBeLessThan(0.5);
  });

  it('SIM-12 uses up an item before its successor is asked', async () => {
    const given = await frameOf({
      sites: [{ site_id: 'DC' }],
      suppliers: [{ supplier_id: 'S' }],
      items: [{ item_id: 'A', successor_id: 'N', successor_from: planDay + 10 }, { item_id: 'N' }],
      stock: [
        { ...item, qty: 150 },
        { item_id: 'N', site_id: 'DC', qty: 1000 },
      ],
      demand_history: historyOf('A', 'DC', 70),
    });
    const found = simulate(given, 60);
    expect(found.of('A@DC').node.outcome.figures.filled[0]).toBeCloseTo(150_000, 3);
    expect(found.of('N@DC').node.outcome.figures.filled[0]).toBeCloseTo(450_000, 3);
    expect(found.of('A@DC').fillRate?.mean).toBeCloseTo(1, 9);
  });
});

describe('extendHorizon', () => {
  it('SIM-21 goes on as in the last week', async () => {
    const given = await frameOf(steadyItem({ method: 'time_phased' }, everyDay), 28);
    expect(lookAheadDays(given.frame)).toBe(2 * 5 + 7 + 1);
    const { frame, forecast } = extendHorizon(given, 70);
    expect(frame.meta.horizonDays).toBe(70);
    expect(Array.from(forecast.forecastWeekly)).toEqual(new Array(10).fill(given.forecast.forecastWeekly[3]));
    expect(extendHorizon(given, 14).frame).toBe(given.frame);
  });
});
