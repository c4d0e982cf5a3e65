import { describe, expect, it } from 'vitest';
import { nothingExcluded } from '#core/demand/nodes/excluded-history.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';
import { changedExclusions, resolveExclusions } from './excluded-lines.ts';
import { createFrameLookup } from './frame-lookup.ts';
import { noChanges } from './plan-changes.ts';
import { planCase } from './testing/plan-case.ts';

const planDay = 20460; // Wednesday 2026-01-07
const monday = 20458;
const manifest = { planDay, horizonDays: 28, currency: 'EUR' };

/** Twenty weeks of 70, with a project of 900 in the week before the last. */
const project = { item_id: 'A', site_id: 'DC', date: monday - 9, qty: 900 };
const tables: MemoryTables = {
  sites: [{ site_id: 'DC' }],
  suppliers: [{ supplier_id: 'S' }],
  items: [{ item_id: 'A' }],
  policies: [{ item_id: 'A', site_id: 'DC', service_target: 0.95 }],
  lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S', lead_time_days: 7 }],
  demand_history: [
    ...Array.from({ length: 20 }, (_, week) => ({ item_id: 'A', site_id: 'DC', date: monday - 7 * (week + 1), qty: 70 })),
    project,
  ],
};

function exclusion(day: number, qty: number, more: Partial<HistoryExclusion> = {}): HistoryExclusion {
  const line = { itemId: 'A', siteId: 'DC', day, qty, lines: 1 };
  return { kind: 'history.exclude', ...line, isExcluded: true, reason: 'project', owner: 'ada', ...more };
}

async function excludedOf(exclusions: readonly HistoryExclusion[]) {
  const frame = openFrame(await buildFrame(createMemoryPackage(manifest, tables), 1));
  return resolveExclusions(frame, createFrameLookup(frame), exclusions);
}

describe('PLN-38 excluded demand lines', () => {
  it('are gathered by week, each as often as its day has it', async () => {
    const found = await excludedOf([
      exclusion(monday - 1, 2.5),
      exclusion(monday - 9, 900),
      exclusion(monday - 7, 3, { lines: 2 }),
    ]);
    expect([...found]).toEqual([
      [
        0,
        [
          { week: 18, grains: 900_000 },
          { week: 19, grains: 8500 },
        ],
      ],
    ]);
  });

  it('change nothing outside of the weeks of the history, and where the data does not have the item-location or the line', async () => {
    const unknown = exclusion(monday - 1, 5, { siteId: 'gone' });
    const gone = exclusion(monday - 9, 900, { lines: 0 });
    const outside = [exclusion(monday - 7 * 20 - 1, 5), exclusion(monday, 5), unknown, gone];
    expect(await excludedOf(outside)).toEqual(new Map());
    expect(await excludedOf([])).toBe(nothingExcluded);
  });

  it('are told apart from those before by node, week and quantity', () => {
    const before = new Map([
      [1, [{ week: 2, grains: 5 }]],
      [3, [{ week: 2, grains: 5 }]],
      [4, [{ week: 2, grains: 5 }]],
    ]);
    const after = new Map([
      [3, [{ week: 2, grains: 6 }]],
      [4, [{ week: 2, grains: 5 }]],
      [9, [{ week: 0, grains: 1 }]],
    ]);
    expect(changedExclusions(before, after)).toEqual([1, 3, 9]);
  });

  it('are planned without: the plan is that of a history that never had the line', async () => {
    const plain = await planCase(createMemoryPackage(manifest, tables));
    const changed = await planCase(createMemoryPackage(manifest, tables), {
      ...noChanges,
      exclusions: [exclusion(project.date, 900)],
    });
    const ordered = (planned: typeof plain): number => planned.result.orderQty.reduce((sum, grains) => sum + grains, 0);
    expect(ordered(changed)).toBeLessThan(ordered(plain));
    // 70 a week without spread: the daily demand is exact, and there is nothing to be safe from.
    expect([changed.result.nodeDailyDemand[0], changed.result.nodeWeeklySd[0]]).toEqual([10_000, 0]);
    expect(plain.result.nodeWeeklySd[0]).toBeGreaterThan(0);
  });
});
