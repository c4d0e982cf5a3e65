import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { historyExclusion, scenarioState } from '#core/contract/schemas.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';
import { countExcludedLines } from './count-excluded-lines.ts';
import { createScenarioRepository } from './scenario-repository.ts';

const planDay = 20_458;
const at = '2026-01-05T09:00:00Z';
const spike = { item_id: 'A', site_id: 'DC', date: planDay - 9, qty: 900, customer_id: 'C1' };
const word: HistoryExclusion = {
  ...{ kind: 'history.exclude', itemId: 'A', siteId: 'DC', day: spike.date, qty: 900, lines: 1 },
  ...{ isExcluded: true, reason: 'project', owner: 'ada' },
};

async function openDesk() {
  const folder = await mkdtemp(join(tmpdir(), 'excluded-'));
  const cache = createCacheStore(join(folder, 'cache.sqlite'), { buildFrame });
  const repository = createScenarioRepository(openPlanStore(join(folder, 'plan.sqlite')), at);
  const pull = (lines: NonNullable<MemoryTables['demand_history']>, more: MemoryTables = {}) =>
    cache.replaceAll(
      createMemoryPackage(
        { planDay, horizonDays: 28, currency: 'EUR' },
        { sites: [{ site_id: 'DC' }], items: [{ item_id: 'A' }], demand_history: lines, ...more },
      ),
      { source: 'erp', sourceName: 'erp', asOf: at },
    );
  return { scenario: countExcludedLines(repository, cache), pull };
}

describe('SCN-15 exclusions in the store', () => {
  it('are kept through undo and redo, and say how many lines the data of the moment has for them', async () => {
    const { scenario, pull } = await openDesk();
    const linesNow = (): number[] => scenarioState.parse(scenario.state()).exclusions.map(({ lines }) => lines);
    await pull([spike]);
    scenario.apply(0, [word], at, 'ada');
    expect(scenario.state().exclusions).toEqual([word]);
    scenario.undo();
    expect(linesNow()).toEqual([]);
    scenario.redo();
    expect(linesNow()).toEqual([1]);
    await pull([spike, spike, { ...spike, date: spike.date + 1 }]);
    expect(linesNow()).toEqual([2]);
    await pull([spike, { ...spike, date: spike.date + 2, qty: -900 }]);
    expect(linesNow()).toEqual([0]);
    await pull([spike], { demand_exclusions: [{ item_id: 'A', site_id: 'DC', date: spike.date, qty: 900 }] });
    expect(linesNow()).toEqual([0]);
    await pull([]);
    expect(linesNow()).toEqual([0]);
    expect(scenario.history().map(({ author, change }) => [author, change])).toEqual([['ada', word]]);
  });

  it('are refused without a reason, a line or a size; counting lines again needs no reason', () => {
    const placesOf = (change: object): PropertyKey[][] =>
      (historyExclusion.safeParse({ ...word, ...change }).error?.issues ?? []).map(({ path }) => path);
    expect(placesOf({ reason: '' })).toEqual([['reason']]);
    expect(placesOf({ lines: 0 })).toEqual([['lines']]);
    expect(placesOf({ qty: 0 })).toEqual([['qty']]);
    expect(placesOf({ owner: '' })).toEqual([['owner']]);
    expect(placesOf({ isExcluded: false, reason: '' })).toEqual([]);
  });
});
