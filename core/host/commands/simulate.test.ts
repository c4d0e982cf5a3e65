import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '#core/host/usage-error.ts';
import { importCommand } from './import.ts';
import { simulateCommand } from './simulate.ts';

const io = { note: () => undefined, announce: () => undefined, signal: new AbortController().signal, environment: {} };

function historyLines(item: string, qtyOf: (week: number) => number): string {
  const monday = Date.parse('2025-12-29');
  return Array.from({ length: 52 }, (_, week) => {
    const date = new Date(monday - week * 7 * 86_400_000).toISOString().slice(0, 10);
    return `${item},HUB,${date},${qtyOf(week)}\n`;
  }).join('');
}

const files = {
  'manifest.json': '{"format":"planning-package","version":1,"planDate":"2026-01-05","horizonDays":28,"currency":"EUR"}',
  'sites.csv': 'site_id\nHUB\n',
  'suppliers.csv': 'supplier_id\nS\n',
  'items.csv': 'item_id,cost\nSTEADY,10\nLUMPY,5\nIDLE,1\n',
  'stock.csv': 'item_id,site_id,qty\nSTEADY,HUB,100\nLUMPY,HUB,40\nIDLE,HUB,3\n',
  'lanes.csv': 'item_id,site_id,kind,source_id,lead_time_days\n*,HUB,buy,S,3\n',
  'policies.csv': 'item_id,site_id,method,min_qty,max_qty,order_cost,holding_rate\n*,*,min_max,40,100,10,0.365\n',
  'demand_history.csv': `item_id,site_id,date,qty\n${historyLines('STEADY', () => 70)}${historyLines('LUMPY', (week) => (week % 3) * 40)}`,
};

async function newPackage(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'simulate-')), 'company');
  await mkdir(folder);
  for (const [name, text] of Object.entries({ ...files, ...changed })) await writeFile(join(folder, name), text);
  return folder;
}

describe('simulate', () => {
  it('SIM-30 gives fill rate, cycle service, average on hand and cost with intervals, per item-location and in total', async () => {
    const company = await newPackage();
    const values = { package: company, replications: '50', seed: '1', days: '60' };
    const { exitCode, result, text } = await simulateCommand.run(values, io);
    expect(exitCode).toBe(0);
    const interval = {
      mean: expect.any(Number) as number,
      low: expect.any(Number) as number,
      high: expect.any(Number) as number,
    };
    expect(result).toMatchObject({
      days: 60,
      replications: 50,
      seed: 1,
      total: { fill_rate: interval, cycle_service: interval, average_on_hand: interval, cost: { EUR: interval } },
      nodes: [
        { item_id: 'IDLE', site_id: 'HUB', method: 'min_max', fill_rate: null },
        { item_id: 'LUMPY', fill_rate: interval, cycle_service: interval, average_on_hand: interval, cost: interval },
        { item_id: 'STEADY', fill_rate: { mean: 1, low: 1, high: 1 } },
      ],
    });
    expect(text).toContain('3 item-locations over 60 days, 50 replications, seed 1; 95 % intervals');
  });

  it('SIM-1 gives the same result for the same seed and any number of threads, from a package and from a store', async () => {
    const company = await newPackage();
    const db = join(company, '..', 'company.sqlite');
    await importCommand.run({ package: company, db }, io);
    const values = { replications: '20', seed: '7' };
    const figuresOf = async (given: Readonly<Record<string, string>>) => {
      const { result } = await simulateCommand.run({ ...values, ...given }, io);
      return JSON.stringify([result['days'], result['total'], result['nodes']]);
    };
    const one = await figuresOf({ package: company, threads: '1' });
    expect(await figuresOf({ package: company, threads: '2' })).toBe(one);
    expect(await figuresOf({ db })).toBe(one);
    expect(await figuresOf({ package: company, seed: '8' })).not.toBe(one);
    expect(one).toMatch(/^\[28,/);
  });

  it('SIM-30 writes one line per item-location to simulation.csv', async () => {
    const company = await newPackage();
    const out = join(company, '..', 'out');
    await simulateCommand.run({ package: company, replications: '10', seed: '1', out }, io);
    const lines = (await readFile(join(out, 'simulation.csv'), 'utf8')).trim().split('\n');
    expect(lines[0]).toMatch(/^item_id,site_id,method,fill_rate,fill_rate_low,fill_rate_high,cycle_service,/);
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'IDLE,HUB,min_max',
      'LUMPY,HUB,min_max',
      'STEADY,HUB,min_max',
    ]);
  });

  it('SIM-6 lets nothing wait where sales are lost', async () => {
    const company = await newPackage();
    const meanOf = async (given: Readonly<Record<string, string | boolean>>) => {
      const { result } = await simulateCommand.run({ package: company, replications: '50', seed: '1', ...given }, io);
      return (result['total'] as { readonly average_backorders: { readonly mean: number } }).average_backorders.mean; // our own result
    };
    expect(await meanOf({})).toBeGreaterThan(0);
    expect(await meanOf({ 'lost-sales': true })).toBe(0);
  });

  it('HST-12 refuses what it cannot use', async () => {
    const company = await newPackage();
    const run = async (values: Readonly<Record<string, string>>) => simulateCommand.run(values, io);
    await expect(run({ package: company, seed: '1' })).rejects.toThrow(UsageError);
    await expect(run({ package: company, replications: '1', seed: '1' })).rejects.toThrow('2 or more');
    await expect(run({ package: company, replications: '9', seed: '4294967296' })).rejects.toThrow('4294967295 at most');
    await expect(run({ package: company, replications: '9', seed: '1', days: '0' })).rejects.toThrow(UsageError);
    await expect(run({ replications: '9', seed: '1' })).rejects.toThrow('Give either --package DIR or --db FILE.');
    const broken = await newPackage({ 'stock.csv': 'item_id,site_id,qty\nSTEADY,HUB,abc\n' });
    await expect(run({ package: broken, replications: '9', seed: '1' })).rejects.toMatchObject({ code: 'input.package' });
  });

  it('ends when it is stopped', async () => {
    const company = await newPackage();
    const stopped = new AbortController();
    stopped.abort();
    const run = simulateCommand.run({ package: company, replications: '50', seed: '1' }, { ...io, signal: stopped.signal });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('ends in the middle of replications that would take for ever', async () => {
    const company = await newPackage();
    const stopped = new AbortController();
    const values = { package: company, replications: '100000', days: '3650', seed: '1' };
    const run = simulateCommand.run(values, { ...io, signal: stopped.signal });
    setTimeout(() => stopped.abort(), 1500);
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });
});
