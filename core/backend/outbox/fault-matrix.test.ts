import { spawn } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '#core/sandbox-erp/faults.ts';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { planDay } from '#core/backend/sync/testing/small-company.ts';
import { finish, never, openWorkbench, type Workbench } from '#core/backend/sync/testing/open-workbench.ts';
import { createOutboxRepository, type NewOutboxLine } from './outbox-repository.ts';

/** Where the process dies, and how often the point is passed in a push of two lines. */
const points: Readonly<Record<string, number>> = {
  beforeSending: 2,
  afterSending: 2,
  beforeRecord: 2,
  afterRecord: 2,
  beforeCall: 7,
  duringCall: 7,
  afterCall: 7,
};
const faults: readonly (Omit<FaultRule, 'method'> | undefined)[] = [
  undefined,
  { fault: 'cutBefore' },
  { fault: 'cutAfter' },
  { fault: 'status', status: 503 },
  { fault: 'serialization', times: 2 },
  { fault: 'half' },
  { fault: 'delay', ms: 250 },
];
const script = join(import.meta.dirname, 'testing', 'push-once.ts');

function newLine(id: string, kind: 'buy' | 'transfer', qty: number): NewOutboxLine {
  const place = kind === 'buy' ? { siteId: 'HUB', sourceId: 'S1' } : { siteId: 'BRA', sourceId: 'HUB' };
  const order = { kind, itemId: 'P1', ...place, orderDay: planDay, shipDay: planDay, receiptDay: planDay + 9, qty };
  return { id, order, companyId: 'EU', value: qty * 10, currency: 'EUR', approvedBy: 'ada', approvedAt: '2026-01-05T07:00:00Z' };
}

function push(folder: string, point = '', count = 0): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, point, String(count)], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}

interface Run {
  readonly name: string;
  readonly point: string;
  readonly count: number;
  readonly fault: (typeof faults)[number];
}

/** One run: two approved lines, a death and perhaps a fault, then fresh processes until one ends well. */
async function play(bench: Workbench, { name, point, count, fault }: Run): Promise<{ readonly wasKilled: boolean }> {
  const folder = join(bench.folder, name);
  await mkdir(folder);
  for (const file of ['cache.sqlite', 'plan.sqlite']) await copyFile(join(bench.folder, 'template', file), join(folder, file));
  const lines = [newLine(`${name}a`, 'buy', 36), newLine(`${name}b`, 'transfer', 3)];
  const database = openPlanStore(join(folder, 'plan.sqlite'));
  createOutboxRepository(database).insertQueued(lines);
  database.close();
  if (fault) bench.erp.addFault({ method: 'load', ...fault });
  let wasKilled = false;
  for (let attempt = 1; ; attempt += 1) {
    // A fault may end a push before it comes to the point: the next one then dies there.
    const code: number | null = await (wasKilled ? push(folder) : push(folder, point, count));
    if (code === 0) break;
    wasKilled ||= code === null;
    expect(attempt, `${name} does not end`).toBeLessThan(6);
  }

  const reopened = openPlanStore(join(folder, 'plan.sqlite'));
  const states = createOutboxRepository(reopened)
    .listLines()
    .map((line) => line.state);
  reopened.close();
  expect(states, name).toEqual(['acknowledged', 'acknowledged']);
  await rm(folder, { recursive: true });
  return { wasKilled };
}

/** Asks at the end of a lane, so that what the ERP commits late is counted too. */
async function countDocuments(bench: Workbench, names: readonly string[]): Promise<void> {
  for (const [model, lineModel, suffix, field, qty] of [
    ['purchase.order', 'purchase.order.line', 'a', 'product_qty', 36],
    ['stock.picking', 'stock.move', 'b', 'product_uom_qty', 3],
  ] as const) {
    const orders = (await bench.ask(model, 'search_read', [['origin', 'like', 'Stockwright']], ['origin'])) as {
      origin: string;
    }[]; // as asked for
    expect(orders.map((order) => order.origin).sort(), model).toEqual(names.map((name) => `Stockwright ${name}${suffix}`).sort());
    const parent = model === 'purchase.order' ? 'order_id.origin' : 'picking_id.origin';
    const lines = (await bench.ask(lineModel, 'search_read', [[parent, 'like', 'Stockwright']], [field])) as Record<
      string,
      number
    >[]; // as asked for
    expect(lines.map((line) => line[field])).toEqual(names.map(() => qty));
  }
}

describe('the fault matrix', () => {
  it('OUT-5 makes one order per line whatever dies between approve and acknowledge', { timeout: 400_000 }, async () => {
    const runs = faults.flatMap((fault, row) =>
      Object.entries(points).flatMap(([point, times]) =>
        Array.from({ length: times }, (_, index): Run => ({ name: `r${row}${point}${index}`, point, count: index + 1, fault })),
      ),
    );
    const table = new Map<string, number>();
    let killed = 0;
    async function playLane(lane: number): Promise<void> {
      const bench = await openWorkbench();
      await finish(bench.sync.pull(never));
      await mkdir(join(bench.folder, 'template'));
      for (const file of ['cache.sqlite', 'plan.sqlite']) await copyStore(bench, file);
      const mine = runs.filter((_, index) => index % 2 === lane);
      for (const run of mine) {
        const { wasKilled } = await play(bench, run);
        killed += wasKilled ? 1 : 0;
        const cell = `${(run.fault?.fault ?? 'none').padEnd(14)} ${run.point}`;
        table.set(cell, (table.get(cell) ?? 0) + 1);
      }
      await countDocuments(
        bench,
        mine.map((run) => run.name),
      );
      await bench.close();
    }
    await Promise.all([playLane(0), playLane(1)]);
    const lines = [...table].map(([cell, count]) => `${cell.padEnd(32)} ${count} runs, one order per line`);
    process.stdout.write(`${lines.sort().join('\n')}\n${runs.length} runs, ${killed} killed, none lost, none twice\n`);
    expect(runs.length).toBeGreaterThanOrEqual(200);
    // Where a fault left fewer calls to make, the last points are not passed.
    expect(killed).toBeGreaterThan(150);
  });
});

/** A copy with everything in the main file. */
async function copyStore(bench: Workbench, file: string): Promise<void> {
  const database = new Database(join(bench.folder, file));
  await database.backup(join(bench.folder, 'template', file));
  database.close();
}
