import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { buildFrame } from './build-frame.ts';
import { codeOf, forecastStreams, planMethods } from './codes.ts';
import { notSet, type Frame } from './frame-layout.ts';
import { frameTexts } from './frame-texts.ts';
import { openFrame } from './open-frame.ts';

/** A Monday. */
const planDay = 20_458;
const manifest = { planDay, horizonDays: 28, currency: 'EUR' };
const statistical = codeOf(forecastStreams, 'statistical');
const project = codeOf(forecastStreams, 'project');

const company: MemoryTables = {
  sites: [{ site_id: 'HUB' }, { site_id: 'SHOP' }],
  items: [{ item_id: 'BOX' }, { item_id: 'KIT' }, { item_id: 'PUMP' }, { item_id: 'SEAL' }, { item_id: 'SET' }],
  suppliers: [{ supplier_id: 'S1' }],
  lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'S1', lead_time_days: 1 }],
};

function kitRow(
  parent: string,
  component: string,
  qty: number,
  more: Partial<PackageRow<'bom'>> = {},
): Partial<PackageRow<'bom'>> {
  return { parent_item_id: parent, component_item_id: component, qty, kind: 'phantom', ...more };
}

function order(item_id: string, qty: number, day = planDay + 3): Partial<PackageRow<'demand_open'>> {
  return { order_id: `O${day - planDay}`, item_id, site_id: 'HUB', due_date: day, qty };
}

function bucket(item_id: string, qty: number, more: Partial<PackageRow<'forecast'>> = {}): Partial<PackageRow<'forecast'>> {
  return { item_id, site_id: 'HUB', start_date: planDay, days: 28, qty, ...more };
}

async function frameOf(tables: MemoryTables): Promise<Frame> {
  return openFrame(await buildFrame(createMemoryPackage(manifest, { ...company, ...tables }), 1));
}

function nodeName(frame: Frame, node: number): string {
  const texts = frameTexts(frame);
  return `${texts.itemId(frame.nodeItem[node] ?? notSet)}@${texts.siteId(frame.nodeSite[node] ?? notSet)}`;
}

/** What is asked of each node, in units: [node, day from the plan day, quantity]. */
function ordersOf(frame: Frame): [string, number, number][] {
  return [...frame.nodeItem].flatMap((_, node) =>
    [...frame.demandQty.subarray(frame.demandStart[node], frame.demandStart[node + 1])].map(
      (grains, row): [string, number, number] => [
        nodeName(frame, node),
        (frame.demandDay[(frame.demandStart[node] ?? 0) + row] ?? 0) - planDay,
        grains / 1000,
      ],
    ),
  );
}

/** The given forecast of each node, in units: [node, first day from the plan day, days, quantity, stream]. */
function forecastOf(frame: Frame): unknown[] {
  return [...frame.nodeItem].flatMap((_, node) =>
    [...frame.forecastQty.subarray(frame.forecastStart[node], frame.forecastStart[node + 1])].map((grains, index) => {
      const row = (frame.forecastStart[node] ?? 0) + index;
      return [
        nodeName(frame, node),
        (frame.forecastDay[row] ?? 0) - planDay,
        frame.forecastDays[row],
        grains / 1000,
        frame.forecastStream[row],
      ];
    }),
  );
}

describe('the demand of a kit', () => {
  it('FRM-12 stays its own at a site for which the recipe has no rows, and is supplied there', async () => {
    const frame = await frameOf({ bom: [kitRow('KIT', 'PUMP', 2, { site_id: 'SHOP' })], demand_open: [order('KIT', 5)] });
    expect([ordersOf(frame), frame.laneKind.length]).toEqual([[['KIT@HUB', 3, 5]], 1]);
  });

  it('FRM-12 stays its own on days without a valid row; what is past due falls under the recipe of the plan day', async () => {
    const frame = await frameOf({
      bom: [
        kitRow('KIT', 'PUMP', 2, { valid_from: planDay - 2, valid_to: planDay + 6 }),
        kitRow('KIT', 'SEAL', 1, { valid_from: planDay + 14 }),
      ],
      demand_open: [
        order('KIT', 1, planDay - 9),
        order('KIT', 2, planDay + 6),
        order('KIT', 3, planDay + 7),
        order('KIT', 4, planDay + 14),
      ],
    });
    expect(ordersOf(frame)).toEqual([
      ['KIT@HUB', 7, 3],
      ['PUMP@HUB', -9, 2],
      ['PUMP@HUB', 6, 4],
      ['SEAL@HUB', 14, 4],
    ]);
    expect(frame.laneKind.length).toBe(3);
  });

  it('FRM-12 falls on a kit inside it while that one has no valid row, in orders and in recipes', async () => {
    const bom = [
      kitRow('SET', 'KIT', 3),
      kitRow('KIT', 'PUMP', 2, { valid_from: planDay + 7 }),
      kitRow('BOX', 'SET', 1, { kind: 'normal' }),
    ];
    const frame = await frameOf({
      bom,
      demand_open: [order('SET', 1), order('SET', 1, planDay + 8), order('BOX', 1)],
      lanes: [{ item_id: 'BOX', site_id: 'HUB', kind: 'make', lead_time_days: 1 }, ...(company.lanes ?? [])],
    });
    expect(ordersOf(frame)).toEqual([
      ['BOX@HUB', 3, 1],
      ['KIT@HUB', 3, 3],
      ['PUMP@HUB', 8, 6],
    ]);
    const components = [...frame.bomNode].map((node, row) => [
      nodeName(frame, node),
      frame.bomNumerator[row],
      frame.bomValidFrom[row],
      frame.bomValidTo[row],
    ]);
    expect(components).toEqual([
      ['KIT@HUB', 3, notSet, planDay + 6],
      ['PUMP@HUB', 6, planDay + 7, notSet],
    ]);
  });

  it('FRM-12 adds up where a component is in it more than once', async () => {
    const bom = [kitRow('SET', 'KIT', 1), kitRow('SET', 'BOX', 1), kitRow('KIT', 'PUMP', 2), kitRow('BOX', 'PUMP', 3)];
    const frame = await frameOf({ bom, demand_open: [order('SET', 2)], forecast: [bucket('SET', 10)] });
    expect([ordersOf(frame), forecastOf(frame)]).toEqual([[['PUMP@HUB', 3, 10]], [['PUMP@HUB', 0, 28, 50, statistical]]]);
  });

  it('FRM-12 is served from stock of the kit itself first, by the days of the orders', async () => {
    const frame = await frameOf({
      bom: [kitRow('KIT', 'PUMP', 2)],
      stock: [
        { item_id: 'KIT', site_id: 'HUB', qty: 3 },
        { item_id: 'KIT', site_id: 'HUB', qty: 9, status: 'damaged' },
        { item_id: 'KIT', site_id: 'HUB', qty: 1, status: 'quarantine', release_on: planDay + 4 },
        { item_id: 'KIT', site_id: 'HUB', qty: 7, expires_on: planDay - 9 },
      ],
      demand_open: [order('KIT', 5, planDay + 4), order('KIT', 2, planDay - 1), { ...order('KIT', 4, planDay - 2), hold: 1 }],
      policies: [{ item_id: '*', site_id: '*', safety_stock: 4 }],
    });
    expect(ordersOf(frame)).toEqual([
      ['KIT@HUB', -1, 2],
      ['KIT@HUB', 4, 2],
      ['PUMP@HUB', -2, 8],
      ['PUMP@HUB', 4, 6],
    ]);
    expect(planMethods[frame.nodeMethod[0] ?? notSet]).toBe('none');
  });

  it('FRM-13 counts parts as small as any that can be typed', async () => {
    const bom = [kitRow('KIT', 'PUMP', 3e-7, { per_qty: 1e-7 }), kitRow('KIT', 'SEAL', 4e-7, { scrap: 0.2 })];
    const frame = await frameOf({ bom, demand_open: [order('KIT', 1000)] });
    expect(ordersOf(frame)).toEqual([
      ['PUMP@HUB', 3, 3000],
      ['SEAL@HUB', 3, 0.001],
    ]);
  });
});

describe('no demand is lost', () => {
  const items = ['BOX', 'KIT', 'PUMP', 'SEAL', 'SET'];
  const day = fc.option(fc.integer({ min: planDay - 10, max: planDay + 20 }));
  const row = fc
    .record({
      places: fc.tuple(fc.nat(4), fc.nat(4)).filter(([parent, component]) => parent < component),
      qty: fc.constantFrom(1, 2, 0.3),
      per_qty: fc.constantFrom(null, 3, 7),
      scrap: fc.constantFrom(null, 0.5, 0.1),
      site_id: fc.constantFrom(null, null, 'HUB', 'SHOP'),
      valid_from: day,
      valid_to: day,
    })
    .map(({ places: [parent, component], qty, ...more }) => kitRow(items[parent] ?? '', items[component] ?? '', qty, more));
  const demand = fc.record({
    item_id: fc.constantFrom(...items),
    site_id: fc.constantFrom('HUB', 'SHOP'),
    due_date: fc.integer({ min: planDay - 10, max: planDay + 20 }),
    qty: fc.integer({ min: 1, max: 1000 }),
  });

  type Row = Partial<PackageRow<'bom'>>;

  /** What an order asks for, computed anew: in units by item. */
  function expand(bom: readonly Row[], item: string, site: string, on: number, units: number, asked: Map<string, number>): void {
    const all = bom.filter((each) => each.parent_item_id === item);
    const special = all.filter((each) => each.site_id === site);
    const valid = (special.length > 0 ? special : all.filter((each) => each.site_id === null)).filter(
      (each) => (each.valid_from ?? -Infinity) <= on && on <= (each.valid_to ?? Infinity),
    );
    if (valid.length === 0) asked.set(item, (asked.get(item) ?? 0) + units);
    for (const each of valid) {
      const share = (each.qty ?? 0) / (each.per_qty ?? 1) / (1 - (each.scrap ?? 0));
      expand(bom, each.component_item_id ?? '', site, on, units * share, asked);
    }
  }

  it('FRM-12 every order is found again, on the kit or on its components', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), demand, async (bom, asked) => {
        const frame = await frameOf({ bom, demand_open: [{ ...asked, order_id: 'O' }] });
        const expected = new Map<string, number>();
        expand(bom, asked.item_id, asked.site_id, Math.max(asked.due_date, planDay), asked.qty, expected);
        const found = new Map(ordersOf(frame).map(([node, , units]) => [node, units]));
        expect([...found.keys()].sort()).toEqual([...expected.keys()].map((item) => `${item}@${asked.site_id}`).sort());
        for (const [item, units] of expected) {
          const above = (found.get(`${item}@${asked.site_id}`) ?? 0) - units;
          // Parts of a grain are rounded up; the expected sum is in doubles.
          expect(above).toBeGreaterThan(-1e-9 * units);
          expect(above).toBeLessThan(0.001 + 1e-9 * units);
        }
      }),
    );
  });
});

describe('the forecast of a kit', () => {
  const bom = [kitRow('KIT', 'PUMP', 2), kitRow('SET', 'PUMP', 1)];

  it('FRM-12 is cut where the recipe changes, and adds up', async () => {
    const changing = [
      kitRow('KIT', 'PUMP', 2, { valid_to: planDay + 6 }),
      kitRow('KIT', 'SEAL', 1, { valid_from: planDay + 14 }),
    ];
    const frame = await frameOf({ bom: changing, forecast: [bucket('KIT', 35, { start_date: planDay - 7, days: 35 })] });
    expect(forecastOf(frame)).toEqual([
      ['KIT@HUB', 7, 7, 7, statistical],
      ['PUMP@HUB', -7, 14, 28, statistical],
      ['SEAL@HUB', 14, 14, 14, statistical],
    ]);
  });

  it('FRM-12 adds to that of other kits and to the component’s own, bucket by bucket', async () => {
    const frame = await frameOf({ bom, forecast: [bucket('KIT', 10), bucket('SET', 7), bucket('PUMP', 5)] });
    expect(forecastOf(frame)).toEqual([['PUMP@HUB', 0, 28, 32, statistical]]);
  });

  it('FRM-12 adds up over buckets of other lengths; overrides and what comes on top keep their meaning', async () => {
    const frame = await frameOf({
      bom,
      forecast: [
        bucket('KIT', 28),
        bucket('KIT', 14, { days: 7, stream: 'override' }),
        bucket('SET', 14, { start_date: planDay + 7, days: 14 }),
        bucket('SET', 1, { stream: 'promotion' }),
      ],
    });
    expect(forecastOf(frame)).toEqual([
      ['PUMP@HUB', 0, 7, 28, statistical],
      ['PUMP@HUB', 0, 28, 1, codeOf(forecastStreams, 'promotion')],
      ['PUMP@HUB', 7, 14, 28 + 14, statistical],
      ['PUMP@HUB', 21, 7, 14, statistical],
    ]);
  });

  it('FRM-12 comes on top of what is computed from the component’s own history, which then holds none of the kit', async () => {
    const sale = { site_id: 'HUB', date: planDay - 7 };
    const frame = await frameOf({
      bom,
      demand_history: [
        { ...sale, item_id: 'PUMP', qty: 8 },
        { ...sale, item_id: 'KIT', qty: 100 },
        { ...sale, item_id: 'SET', qty: 3 },
      ],
      forecast: [bucket('KIT', 10)],
    });
    expect([forecastOf(frame), [...frame.historyQty]]).toEqual([[['PUMP@HUB', 0, 28, 20, project]], [11_000]]);
  });

  it('FRM-12 leaves the history of a kit where its forecast ends before the horizon does', async () => {
    const frame = await frameOf({
      bom,
      demand_history: [{ site_id: 'HUB', date: planDay - 7, item_id: 'KIT', qty: 4 }],
      forecast: [bucket('KIT', 10, { days: 27 })],
    });
    expect([forecastOf(frame), [...frame.historyQty]]).toEqual([[['PUMP@HUB', 0, 27, 20, statistical]], [8000]]);
  });
});

describe('the history of a kit', () => {
  it('FRM-12 falls on what the recipe of the plan day asks for', async () => {
    const frame = await frameOf({
      bom: [
        kitRow('KIT', 'PUMP', 2, { valid_to: planDay - 100 }),
        kitRow('KIT', 'SEAL', 1, { valid_from: planDay - 1 }),
        kitRow('SET', 'PUMP', 1, { valid_to: planDay - 1 }),
      ],
      demand_history: [
        { site_id: 'HUB', date: planDay - 7, item_id: 'KIT', qty: 4 },
        { site_id: 'HUB', date: planDay - 7, item_id: 'SET', qty: 5 },
      ],
    });
    expect([...frame.nodeItem].map((_, node) => [nodeName(frame, node), frame.historyQty[node]])).toEqual([
      ['SEAL@HUB', 4000],
      ['SET@HUB', 5000],
    ]);
  });
});
