import { describe, expect, it } from 'vitest';
import type { MemoryTables } from '#core/model/package/memory-package.ts';
import { readServiceNorms } from './service-norms.ts';
import { planPackage, weeklySales } from './testing/plan-package.ts';

/** Norms by item at the north and the south site; A has a row of its own at both, B and C are planned as the others. */
async function normsOf(groups: NonNullable<MemoryTables['policies']>): Promise<readonly number[]> {
  const planned = await planPackage({
    sites: [
      { site_id: 'S', region: 'North' },
      { site_id: 'T', region: 'South' },
    ],
    items: ['A', 'B', 'C'].map((item_id) => ({ item_id, cost: 10, family: item_id === 'C' ? 'OTHER' : 'PUMPS' })),
    demand_history: ['A', 'B', 'C'].flatMap((item) => [
      ...weeklySales(item, 40, 10),
      ...weeklySales(item, 40, 10).map((row) => ({ ...row, site_id: 'T' })),
    ]),
    policies: [{ item_id: 'A', site_id: '*', method: 'min_max', min_qty: 5, max_qty: 9 }, ...groups],
  });
  const { norms, ownTargets } = readServiceNorms(planned.frame);
  expect([...ownTargets]).toEqual(new Array(6).fill(NaN));
  return ['A', 'B', 'C'].flatMap((item) => ['S', 'T'].map((site) => norms[planned.nodeOf(item, site)] ?? -1));
}

const [none, phased] = [NaN, { method: 'time_phased' } as const];

describe('norms of service', () => {
  it('POL-63 are the targets of the class, for items with a row of their own alone', async () => {
    const norms = await normsOf([{ item_id: 'class:A', site_id: '*', ...phased, service_target: 0.975 }]);
    expect(norms).toEqual([0.975, 0.975, none, none, none, none]);
  });

  it('POL-63 are those of the region before those of all sites, and of a group before those of all items', async () => {
    const norms = await normsOf([
      { item_id: '*', site_id: 'S', ...phased, service_target: 0.8 },
      { item_id: 'class:A', site_id: '*', ...phased, service_target: 0.975 },
      { item_id: 'class:A', site_id: 'region:South', ...phased, service_target: 0.9 },
    ]);
    expect(norms.slice(0, 2)).toEqual([0.975, 0.9]);
    expect((await normsOf([{ item_id: '*', site_id: '*', ...phased, service_target: 0.8 }])).slice(0, 2)).toEqual([0.8, 0.8]);
  });

  it('POL-63 are those of the family before those of the class, and none where the family is protected by days', async () => {
    const ofClass = { item_id: 'class:A', site_id: '*', ...phased, service_target: 0.975 };
    const ofFamily = { item_id: 'family:PUMPS', site_id: '*', ...phased };
    expect((await normsOf([ofClass, { ...ofFamily, service_target: 0.9 }])).slice(0, 2)).toEqual([0.9, 0.9]);
    expect((await normsOf([ofClass, { ...ofFamily, safety_days: 10 }])).slice(0, 2)).toEqual([none, none]);
  });

  it('POL-63 know the target that the own row of an item sets', async () => {
    const planned = await planPackage({
      items: [{ item_id: 'P', cost: 10 }],
      demand_history: weeklySales('P', 40, 10),
      policies: [
        { item_id: 'P', site_id: 'S', ...phased, service_target: 0.9 },
        { item_id: '*', site_id: '*', ...phased, service_target: 0.95 },
      ],
    });
    // The row for all items decides on nothing, so what it says is not known.
    expect(readServiceNorms(planned.frame)).toEqual({ norms: Float64Array.of(NaN), ownTargets: Float64Array.of(0.9) });
  });
});
