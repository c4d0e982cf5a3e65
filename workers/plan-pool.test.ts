import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PlanBlock } from '#core/plan/plan-block.ts';
import { planLayout, type PlanResult } from '#core/plan/plan-result.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { createPlanService } from './create-plan-service.ts';
import { cutNetworks } from './network-blocks.ts';
import type { PlanService } from './plan-service.ts';
import { spawnWorkerThread } from './spawn.node.ts';

const itemCount = 3000;

/** A hub and a branch with thousands of items, enough for several blocks. */
function company(): MemoryTables {
  const items = Array.from({ length: itemCount }, (_, index) => `I${String(index).padStart(5, '0')}`);
  return {
    sites: [{ site_id: 'BRANCH' }, { site_id: 'HUB' }],
    suppliers: [{ supplier_id: 'S1' }],
    items: items.map((item_id) => ({ item_id, cost: 2 })),
    stock: items.map((item_id, index) => ({ item_id, site_id: 'BRANCH', qty: index % 40 })),
    demand_history: items.flatMap((item_id, index) =>
      [7, 14, 21, 28, 35].map((ago) => ({ item_id, site_id: 'BRANCH', date: 20_458 - ago, qty: ((index * ago) % 23) + 1 })),
    ),
    lanes: [
      { item_id: '*', site_id: 'BRANCH', kind: 'transfer', source_id: 'HUB', lead_time_days: 3 },
      { item_id: '*', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 14, multiple: 10 },
    ],
  };
}

const frameBytes = buildFrame(createMemoryPackage({ planDay: 20_458, horizonDays: 56, currency: 'EUR' }, company()), 1);
const services: PlanService[] = [];

async function service(workers: number, shared: boolean): Promise<PlanService> {
  const created = createPlanService({ workers, shared, spawn: spawnWorkerThread, now: () => performance.now() });
  services.push(created);
  await created.load(await frameBytes);
  return created;
}

/** Over all columns: a plan in memory that is used again may have room behind them. */
function hashOf(plan: PlanResult): string {
  const hash = createHash('sha256').update(JSON.stringify(plan.meta));
  for (const name of Object.keys(planLayout) as (keyof typeof planLayout)[]) {
    const column = plan[name]; // keys of a const object
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest('hex');
}

afterEach(async () => {
  for (const open of services.splice(0)) await open.dispose();
});

describe('the worker pool', () => {
  it('WRK-1 cuts blocks of whole networks that cover the frame', async () => {
    const frame = openFrame(await frameBytes);
    const starts = cutNetworks(frame);
    expect([starts[0], starts.at(-1)]).toEqual([0, frame.meta.networks]);
    expect(starts.length).toBeGreaterThan(4);
  });

  it('WRK-10 makes the same forecast for any number of workers, takes a given one as it is, and counts its item-locations', async () => {
    const bytes = await frameBytes;
    const made: string[] = [];
    const seen: number[] = [];
    for (const workers of [1, 3]) {
      const pool = await service(workers, true);
      const forecast = await pool.forecast({ onProgress: ({ nodesDone, nodes }) => seen.push(nodesDone / nodes) });
      made.push(createHash('sha256').update(new Uint8Array(forecast)).digest('hex'));
    }
    expect(made[1]).toBe(made[0]);
    expect(seen.at(-1)).toBe(1);
    const given = await service(2, true);
    const marked = forecastFrame(openFrame(bytes));
    marked.views.forecastLevel[0] = 7_000_000;
    await given.load(bytes, marked.buffer);
    expect(new Uint8Array(await given.forecast())).toEqual(new Uint8Array(marked.buffer));
  });

  it('WRK-10 stops a forecast when its signal says so', async () => {
    const pool = await service(2, true);
    const stop = new AbortController();
    const running = pool.forecast({ signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pool.plan(noChanges)).resolves.toBeDefined();
  });

  it('WRK-2 gives the same bytes for one, two and four workers, with shared memory and without', async () => {
    const expected = hashOf(planFrame(openFrame(await frameBytes)).result);
    for (const shared of [true, false]) {
      for (const workers of [1, 2, 4]) {
        const pool = await service(workers, shared);
        const { result } = await pool.plan(noChanges);
        expect([shared, workers, hashOf(result)]).toEqual([shared, workers, expected]);
      }
    }
  });

  it.each([true, false])('WRK-3 ends an older plan as soon as a newer one is asked for (shared memory: %s)', async (shared) => {
    const pool = await service(2, shared);
    await pool.plan(noChanges);
    const older = pool.plan(noChanges);
    const newer = pool.plan(noChanges);
    await expect(older).rejects.toMatchObject({ code: 'cancelled' });
    expect((await newer).result.meta.orders).toBeGreaterThan(0);
  });

  it.each([true, false])('WRK-3 ends a plan when its signal aborts (shared memory: %s)', async (shared) => {
    const pool = await service(2, shared);
    const controller = new AbortController();
    const planning = pool.plan(noChanges, { signal: controller.signal });
    controller.abort();
    await expect(planning).rejects.toMatchObject({ code: 'cancelled' });
    expect((await pool.plan(noChanges)).result.meta.nodes).toBe(2 * itemCount);
  });

  it('WRK-4 tells how far it is and ends at the whole', async () => {
    const pool = await service(2, true);
    const seen: number[] = [];
    await pool.plan(noChanges, { onProgress: ({ networksDone, networks }) => seen.push(networksDone / networks) });
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it.each([true, false])('WRK-5 explains and projects what was planned (shared memory: %s)', async (shared) => {
    const pool = await service(2, shared);
    const { result } = await pool.plan(noChanges);
    const order = result.meta.orders - 1;
    const [explanation] = await pool.explain([order]);
    expect(explanation?.grains).toBe(result.orderQty[order]);
    expect(explanation?.terms.reduce((sum, term) => sum + term.grains, 0)).toBe(explanation?.grains);
    const [projection] = await pool.project([result.orderNode[order] ?? 0]);
    expect(projection?.balance).toHaveLength(56);
  });

  it.each([true, false])('WRK-8 plans only what a change reaches, and hands it out first (shared memory: %s)', async (shared) => {
    const pool = await service(2, shared);
    const first = hashOf((await pool.plan(noChanges)).result);
    const week = { weekDay: 20_472, qty: 990, statisticalQty: 7, reason: 'trade fair', owner: 'ada', expiresOn: null };
    const changes = {
      ...noChanges,
      parameters: [
        { kind: 'parameter.set', itemId: 'I01500', siteId: 'HUB', field: 'moq', value: 777, reason: '' } as const,
        { kind: 'parameter.set', itemId: 'I02999', siteId: 'BRANCH', field: 'safety_stock', value: 90, reason: '' } as const,
      ],
      forecasts: [{ kind: 'forecast.set', itemId: 'I02000', siteId: 'BRANCH', ...week } as const],
    };
    const patches: (readonly PlanBlock[])[] = [];
    const { result } = await pool.plan(changes, { onPatch: (patch) => patches.push(patch) });
    const whole = planFrame(openFrame(await frameBytes), changes).result;
    expect(hashOf(result)).toBe(hashOf(whole));
    const nodes = patches.flat().map(({ rows }) => rows.endNode - rows.firstNode);
    expect(nodes).toEqual([2, 2, 2]);
    const block = patches[0]?.[0];
    const [explanation] = await pool.explainLines([{ node: block?.columns.orderNode[0] ?? 0, ordinal: 0 }]);
    expect(explanation?.grains).toBe(block?.columns.orderQty[0]);
    const { result: again } = await pool.plan(noChanges);
    expect(hashOf(again)).toBe(first);
  });

  it.each([
    [1, true],
    [3, true],
    [2, false],
  ])('WRK-11 forecasts anew what is excluded, and nothing else (%i workers, shared memory: %s)', async (workers, shared) => {
    const pool = await service(workers, shared);
    const { result: first } = await pool.plan(noChanges);
    const before = hashOf(first);
    const exclude = (index: number) => {
      const line = {
        itemId: `I${String(index).padStart(5, '0')}`,
        siteId: 'BRANCH',
        day: 20_451,
        qty: ((index * 7) % 23) + 1,
        lines: 1,
      };
      return { kind: 'history.exclude', ...line, isExcluded: true, reason: 'project', owner: 'ada' } as const;
    };
    const one = { ...noChanges, exclusions: [exclude(7)] };
    const two = { ...noChanges, exclusions: [exclude(7), exclude(2500)] };
    const { revised } = (await pool.plan(one)).revision;
    const finished = await pool.plan(two);
    expect(hashOf(finished.result)).toBe(hashOf(planFrame(openFrame(await frameBytes), two).result));
    expect([revised.size, finished.revision.revised.size]).toEqual([1, 2]);
    const [node = -1] = revised.keys();
    expect(finished.revision.revised.get(node)).toBe(revised.get(node));
    const { mean } = await pool.explainForecast(node);
    expect(mean.map((value) => Math.round(value * 1000))).toEqual(revised.get(node)?.weekly);
    expect((await pool.plan(two)).revision).toBe(finished.revision);
    const { result, revision } = await pool.plan(noChanges);
    expect([hashOf(result), revision.revised.size]).toEqual([before, 0]);
  });

  it('WRK-9 keeps the last two plans as they are and uses the memory of older ones again', async () => {
    const pool = await service(2, true);
    const changesOf = (moq: number) => ({
      ...noChanges,
      parameters: [{ kind: 'parameter.set', itemId: 'I00007', siteId: 'HUB', field: 'moq', value: moq, reason: '' } as const],
    });
    const plans: PlanResult[] = [];
    const hashes: string[] = [];
    for (let moq = 1; moq <= 6; moq += 1) {
      const { result } = await pool.plan(changesOf(moq * 100));
      plans.push(result);
      hashes.push(hashOf(result));
      expect(plans.slice(-2).map(hashOf)).toEqual(hashes.slice(-2));
    }
    expect(new Set(plans.map(({ buffer }) => buffer)).size).toBe(3);
  });

  it('WRK-6 rejects calls after it was closed', async () => {
    const pool = await service(1, true);
    await pool.dispose();
    await expect(pool.plan(noChanges)).rejects.toMatchObject({ code: 'rpc.closed' });
  });

  /** A pool of one worker that can be made to break. */
  function fragile(): { readonly pool: PlanService; readonly spawned: () => number; readonly break: () => void } {
    let spawned = 0;
    let fail: (reason: unknown) => void = () => undefined;
    const pool = createPlanService({
      workers: 1,
      shared: true,
      now: () => performance.now(),
      spawn: () => {
        spawned += 1;
        return { ...spawnWorkerThread(), onFailure: (listener) => (fail = listener) };
      },
    });
    services.push(pool);
    return { pool, spawned: () => spawned, break: () => fail(new Error('out of memory')) };
  }

  it('WRK-7 replaces a worker that breaks', async () => {
    const worker = fragile();
    await worker.pool.load(await frameBytes);
    const planning = worker.pool.plan(noChanges);
    await new Promise((resolve) => setImmediate(resolve)); // the workers have begun
    worker.break();
    await expect(planning).rejects.toThrow('A planning worker broke');
    const expected = hashOf(planFrame(openFrame(await frameBytes)).result);
    expect(hashOf((await worker.pool.plan(noChanges)).result)).toBe(expected);
    expect(worker.spawned()).toBe(2);
  });

  it('WRK-7 rejects a plan whose worker breaks before the rows are copied', async () => {
    const worker = fragile();
    await worker.pool.load(await frameBytes);
    await worker.pool.plan(noChanges);
    const parameter = { kind: 'parameter.set', itemId: 'I00007', siteId: 'HUB', field: 'moq', value: 500, reason: '' } as const;
    const changes = { ...noChanges, parameters: [parameter] };
    await expect(worker.pool.plan(changes, { onPatch: worker.break })).rejects.toThrow('A planning worker broke');
    const [projection] = await worker.pool.project([0]);
    expect(projection?.balance).toHaveLength(56);
    const expected = hashOf(planFrame(openFrame(await frameBytes), changes).result);
    expect(hashOf((await worker.pool.plan(changes)).result)).toBe(expected);
  });

  it('WRK-7 starts workers that break at once only when something is asked again', async () => {
    let spawned = 0;
    const pool = createPlanService({
      workers: 1,
      shared: true,
      now: () => 0,
      spawn: () => {
        spawned += 1;
        const onFailure = (listener: (reason: unknown) => void) => void setTimeout(() => listener('no such file'), 1);
        return { ...spawnWorkerThread(), onFailure };
      },
    });
    services.push(pool);
    await expect(pool.load(await frameBytes)).rejects.toThrow('A planning worker broke');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(spawned).toBe(1);
    await expect(pool.plan(noChanges)).rejects.toThrow('A planning worker broke');
    expect(spawned).toBe(2);
  });

  it.each([true, false])('WRK-3 ends a plan when a frame is loaded (shared memory: %s)', async (shared) => {
    const pool = await service(2, shared);
    await pool.plan(noChanges);
    const planning = pool.plan(noChanges);
    const loading = pool.load(await frameBytes);
    await expect(planning).rejects.toMatchObject({ code: 'cancelled' });
    await loading;
    const expected = hashOf(planFrame(openFrame(await frameBytes)).result);
    expect(hashOf((await pool.plan(noChanges)).result)).toBe(expected);
  });

  it.each([true, false])('WRK-5 projects with the forecast before anything is planned (shared memory: %s)', async (shared) => {
    const pool = await service(2, shared);
    const [projection] = await pool.project([0]);
    const { planner } = planFrame(openFrame(await frameBytes));
    expect(projection).toEqual(planner.project(0));
    expect(projection?.demandForecast[0]).toBeGreaterThan(0);
  });

  it('WRK-6 lets a process end by itself once it is closed', async () => {
    const script = `
      const { createPlanService } = await import('#workers/create-plan-service.ts');
      const { spawnWorkerThread } = await import('#workers/spawn.node.ts');
      const pool = createPlanService({ workers: 2, shared: true, spawn: spawnWorkerThread, now: () => 0 });
      const { buildFrame } = await import('#core/frame/build-frame.ts');
      await pool.load(await buildFrame({ manifest: { planDay: 1, horizonDays: 1, currency: '' }, rows: () => [] }, 1));
      await pool.plan({ firmOrders: [], parameters: [], forecasts: [], exclusions: [] });
      await pool.dispose();
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
