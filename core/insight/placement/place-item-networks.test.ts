import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromGrains } from '#core/base/quantity.ts';
import { planPackage, planDay, weeklySales, type PlannedPackage } from '#core/insight/parameters/testing/plan-package.ts';
import type { MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { placeItemNetworks } from './place-item-networks.ts';
import { leftOutReasons, stageKinds, type Placements } from './placement-columns.ts';

const historyOf = (itemId: string, siteId: string, mean: number): readonly Partial<PackageRow<'demand_history'>>[] =>
  weeklySales(`${itemId} ${siteId}`, mean, mean / 2).map((row) => ({ ...row, item_id: itemId, site_id: siteId }));

const transfer = (siteId: string, sourceId: string) =>
  ({ item_id: '*', site_id: siteId, kind: 'transfer', source_id: sourceId, lead_time_days: 3 }) as const;

const usualPolicy = { method: 'time_phased', service_target: 0.95, service_type: 'cycle' } as const;

/** A hub without customers of its own, two branches behind it, and a depot behind the second. */
function chain(more: MemoryTables = {}): MemoryTables {
  return {
    sites: ['HUB', 'NORTH', 'SOUTH', 'DEPOT'].map((site_id) => ({ site_id })),
    items: [{ item_id: 'A', cost: 4 }],
    demand_history: [...historyOf('A', 'NORTH', 70), ...historyOf('A', 'SOUTH', 40), ...historyOf('A', 'DEPOT', 20)],
    lanes: [
      { item_id: '*', site_id: 'HUB', kind: 'buy', source_id: 'V', lead_time_days: 20, lead_time_sd: 0 },
      transfer('NORTH', 'HUB'),
      transfer('SOUTH', 'HUB'),
      transfer('DEPOT', 'SOUTH'),
    ],
    policies: [{ ...usualPolicy, item_id: '*', site_id: '*' }],
    ...more,
  };
}

async function place(tables: MemoryTables): Promise<PlannedPackage & { readonly placements: Placements }> {
  const planned = await planPackage(tables);
  return { ...planned, placements: placeItemNetworks(planned.frame, planned.forecast, planned.result) };
}

/** The stages by site, with the columns asked for. */
function stagesOf({ placements, nodeOf }: Awaited<ReturnType<typeof place>>) {
  const { views, length } = placements.stages;
  const rowOf = (siteId: string): number => views.node.indexOf(nodeOf('A', siteId));
  return {
    length,
    at: (siteId: string, column: keyof typeof views): number => views[column][rowOf(siteId)] ?? NaN,
    rowOf,
  };
}

/** Why the networks, none of which is placed, are left out. */
async function reasonsOf(more: MemoryTables): Promise<readonly string[]> {
  const { placements } = await place(chain(more));
  expect(placements.networks.length).toBe(0);
  return Array.from(placements.leftOut.views.reason, (reason) => leftOutReasons[reason] ?? '');
}

describe('the placement of a plan', () => {
  let usual: Awaited<ReturnType<typeof place>>;
  beforeAll(async () => {
    usual = await place(chain());
  });

  it('POL-81 POL-88 joins the sites of an item, suppliers before their customers', () => {
    const { placements } = usual;
    expect([placements.networks.length, placements.leftOut.length, placements.settled]).toEqual([1, 0, 0]);
    expect([placements.networks.views.firstStage[0], placements.networks.views.endStage[0]]).toEqual([0, 4]);
    const { at, rowOf } = stagesOf(usual);
    expect(['HUB', 'NORTH', 'SOUTH', 'DEPOT'].map((site) => at(site, 'supplier'))).toEqual([
      -1,
      rowOf('HUB'),
      rowOf('HUB'),
      rowOf('SOUTH'),
    ]);
    placements.stages.views.supplier.forEach((supplier, row) => expect(supplier).toBeLessThan(row));
  });

  it('POL-82 POL-87 holds alone at a branch without sites behind it what the plan protects it with', () => {
    const { at } = stagesOf(usual);
    for (const site of ['NORTH', 'DEPOT']) {
      const held = fromGrains(usual.result.nodeProtected[usual.nodeOf('A', site)] ?? NaN, 0);
      expect([at(site, 'now'), at(site, 'alone')]).toEqual([held, held]);
    }
    expect(at('HUB', 'processingDays')).toBe(20);
    expect(at('HUB', 'now')).toBe(0);
    expect(at('HUB', 'alone')).toBeGreaterThan(0);
  });

  it('POL-83 pools the demand of all sites behind a hub', () => {
    const { at } = stagesOf(usual);
    const own = (site: string): number => (usual.forecast.forecastSd[usual.nodeOf('A', site)] ?? NaN) / 100 / Math.sqrt(7);
    expect(own('NORTH')).toBeGreaterThan(0);
    const squares = ['NORTH', 'SOUTH', 'DEPOT'].map((site) => at(site, 'sigma') ** 2);
    expect(at('HUB', 'sigma')).toBeCloseTo(Math.sqrt((squares[0] ?? NaN) + (squares[1] ?? NaN)), 9);
    expect(at('SOUTH', 'sigma')).toBeGreaterThan(at('DEPOT', 'sigma'));
    expect([at('SOUTH', 'serviceDays'), at('DEPOT', 'inboundDays')]).toEqual([0, 0]);
  });

  it('POL-87 explains each quantity by its terms', () => {
    const { views, length } = usual.placements.stages;
    for (let row = 0; row < length; row += 1) {
      const [factor = NaN, sigma = NaN, spread = NaN, days = NaN] = [
        views.factor,
        views.sigma,
        views.spread,
        views.coveredDays,
      ].map((column) => column[row]);
      expect(views.placed[row]).toBeCloseTo(Math.ceil(factor * Math.sqrt(sigma * sigma * days + spread * spread) - 1e-9), 9);
    }
  });

  it('POL-88 is settled once it is accepted, and says where a stock was typed', async () => {
    const { at } = stagesOf(usual);
    const typed = ['HUB', 'NORTH', 'SOUTH', 'DEPOT'].map((site) => ({
      ...usualPolicy,
      item_id: 'A',
      site_id: site,
      safety_stock: at(site, 'placed'),
    }));
    const policies = [...(chain().policies ?? []), ...typed];
    const after = await place(chain({ policies }));
    expect([after.placements.networks.length, after.placements.settled]).toEqual([0, 1]);
    const moved = await place(
      chain({ policies: [...(chain().policies ?? []), { ...usualPolicy, item_id: 'A', site_id: 'HUB', safety_stock: 5 }] }),
    );
    expect(stageKinds[stagesOf(moved).at('HUB', 'kind')]).toBe('typed');
    expect(stageKinds[stagesOf(moved).at('NORTH', 'kind')]).toBe('free');
    expect(stagesOf(moved).at('HUB', 'now')).toBe(5);
    expect(stagesOf(moved).at('HUB', 'placed')).toBe(at('HUB', 'placed'));
  });

  it('POL-86 leaves a site with levels at the customers’ end as it is, and supplies it at once', async () => {
    const levels = { item_id: 'A', site_id: 'NORTH', method: 'min_max', min_qty: 90, max_qty: 200 } as const;
    const found = await place(chain({ policies: [...(chain().policies ?? []), levels] }));
    const { at } = stagesOf(found);
    expect(stageKinds[at('NORTH', 'kind')]).toBe('fixed');
    expect(at('NORTH', 'placed')).toBe(at('NORTH', 'now'));
    expect([at('HUB', 'serviceDays'), at('NORTH', 'inboundDays')]).toEqual([0, 0]);
  });

  it('POL-85 weighs units where sites count in several currencies', async () => {
    const companies = ['EUR', 'GBP'].map((currency) => ({ company_id: currency, currency }));
    const lanes = (chain().lanes ?? []) as readonly Partial<PackageRow<'lanes'>>[]; // as they were made above
    const costly = {
      items: [{ item_id: 'A' }],
      lanes: lanes.map((row) => ({ ...row, unit_cost: row.site_id === 'HUB' ? 1 : 9 })),
    };
    const oneCurrency = stagesOf(await place(chain(costly)));
    const sites = ['HUB', 'NORTH', 'SOUTH', 'DEPOT'].map((site_id) => ({
      site_id,
      company_id: site_id === 'HUB' ? 'EUR' : 'GBP',
    }));
    const several = stagesOf(await place(chain({ ...costly, companies, sites })));
    expect(oneCurrency.at('HUB', 'unitCost')).toBe(1);
    expect(oneCurrency.at('NORTH', 'unitCost')).toBe(9);
    expect(oneCurrency.at('HUB', 'placed')).toBeGreaterThan(0);
    const { at } = stagesOf(usual);
    for (const site of ['HUB', 'NORTH', 'SOUTH', 'DEPOT']) expect(several.at(site, 'placed')).toBe(at(site, 'placed'));
  });

  it('POL-84 leaves out, with the reason, what the model does not hold for', async () => {
    const lanes = [...(chain().lanes ?? [])] as readonly Partial<PackageRow<'lanes'>>[]; // as they were made above
    const shares = [
      ...lanes.filter((row) => row.site_id !== 'DEPOT'),
      { ...transfer('DEPOT', 'SOUTH'), share: 0.5 },
      { ...transfer('DEPOT', 'NORTH'), share: 0.5 },
    ];
    expect(await reasonsOf({ lanes: shares })).toEqual(['shares']);
    const base = chain().policies ?? [];
    const levels = { item_id: 'A', site_id: 'HUB', method: 'min_max', min_qty: 90, max_qty: 200 } as const;
    expect(await reasonsOf({ policies: [...base, levels] })).toEqual(['levels']);
    expect(await reasonsOf({ policies: [...base, { item_id: 'A', site_id: 'HUB', safety_days: 4 }] })).toEqual(['levels']);
    expect(await reasonsOf({ policies: [...base, { item_id: 'A', site_id: 'HUB', method: 'none' }] })).toEqual(['not_stocked']);
    const typed = { item_id: 'A', site_id: 'NORTH', method: 'time_phased', safety_stock: 9 } as const;
    expect(await reasonsOf({ policies: [...base, typed] })).toEqual(['no_target']);
    expect(await reasonsOf({ lanes: lanes.filter((row) => row.site_id !== 'HUB') })).toEqual(['not_supplied']);
    const replaced = [{ item_id: 'A', cost: 4, successor_id: 'B', successor_from: planDay + 20 }, { item_id: 'B' }];
    // The successor takes its demand over, with a spread that nobody has seen yet.
    expect(await reasonsOf({ items: replaced })).toEqual(['replaced', 'unknown_spread']);
    const product = { item_id: 'P', site_id: 'HUB' };
    expect(
      await reasonsOf({
        items: [{ item_id: 'A', cost: 4 }, { item_id: 'P' }],
        lanes: [...lanes, { ...product, kind: 'make', lead_time_days: 1, priority: 0 }],
        bom: [{ parent_item_id: 'P', component_item_id: 'A', qty: 1 }],
        demand_history: [...(chain().demand_history ?? []), ...historyOf('P', 'HUB', 5)],
      }),
    ).toEqual(['component']);
    const forecast = [{ item_id: 'A', site_id: 'NORTH', start_date: planDay, days: 91, qty: 910 }];
    expect(await reasonsOf({ demand_history: historyOf('A', 'SOUTH', 40), forecast })).toEqual(['unknown_spread']);
  });

  it('POL-81 asks for two stages, and for demand', async () => {
    const alone = await place(chain({ demand_history: [] }));
    expect(alone.placements).toMatchObject({ settled: 0, networks: { length: 0 }, leftOut: { length: 0 } });
  });

  it('POL-88 is the same for any order of the rows', async () => {
    const tables = chain({ items: ['A', 'B'].map((item_id) => ({ item_id, cost: 4 })) });
    const read = ({ placements }: Awaited<ReturnType<typeof place>>): unknown => placements;
    const wanted = read(await place(tables));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['sites', 'lanes', 'items', 'demand_history'] as const, { minLength: 1 }),
        async (names) => {
          const turned = Object.fromEntries(names.map((name) => [name, [...(tables[name] ?? [])].reverse()]));
          expect(read(await place({ ...tables, ...turned }))).toEqual(wanted);
        },
      ),
      { numRuns: 8 },
    );
  });
});
