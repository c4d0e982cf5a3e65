import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { exceptionKinds } from '#core/plan/plan-result.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';
import { tableNames } from '#core/model/package/package-tables.ts';
import { createDemoCompany, type DemoCompany } from './create-demo-company.ts';
import { problemOf } from './planted-problems.ts';

const planDay = 20_458;

function company(itemLocations = 1000, seed = 1): DemoCompany {
  return createDemoCompany({ seed, itemLocations, planDay, historyWeeks: 52 });
}

async function rowsOf<Name extends TableName>(source: DemoCompany, name: Name): Promise<PackageRow<Name>[]> {
  const rows: PackageRow<Name>[] = [];
  for await (const row of source.rows(name)) rows.push(row);
  return rows;
}

async function hashOf(source: DemoCompany): Promise<string> {
  const hash = createHash('sha256');
  for (const name of tableNames) for await (const row of source.rows(name)) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

describe('the demo company', () => {
  it('DMO-1 is the same for the same seed and another for another', async () => {
    expect(await hashOf(company(300))).toBe(await hashOf(company(300)));
    expect(await hashOf(company(300, 2))).not.toBe(await hashOf(company(300)));
  });

  it('DMO-2 draws an item from its own stream, whatever the size of the company', async () => {
    const small = await rowsOf(company(300), 'stock');
    const large = await rowsOf(company(900), 'stock');
    expect(large.slice(0, small.length)).toEqual(small);
  });

  it('DMO-3 has three companies in three currencies and six sites', async () => {
    expect((await rowsOf(company(), 'companies')).map((row) => row.currency)).toEqual(['EUR', 'GBP', 'CHF']);
    expect((await rowsOf(company(), 'sites')).map((row) => row.kind)).toEqual([
      'hub',
      'branch',
      'branch',
      'branch',
      'depot',
      'plant',
    ]);
  });

  it('DMO-4 comes near the size that was asked for', async () => {
    const { frame } = await planCase(company(1500));
    expect(frame.meta.nodes).toBeGreaterThan(1350);
    expect(frame.meta.nodes).toBeLessThan(1650);
  });

  it('DMO-5 plants the problems that it lists', async () => {
    const source = company();
    const kinds = new Set(source.plantedProblems.map((problem) => problem.kind));
    for (const kind of [
      'negative_stock',
      'late_purchase_order',
      'excess_beside_shortage',
      'wrong_lead_time',
      'duplicate_supplier',
    ]) {
      expect(kinds).toContain(kind);
    }
    const negative = source.plantedProblems.find((problem) => problem.kind === 'negative_stock');
    const stock = await rowsOf(source, 'stock');
    expect(stock.find((row) => row.item_id === negative?.itemId && row.site_id === 'HUB')?.qty).toBeLessThan(0);
    expect(problemOf(0)).toBe('negative_stock');
  });

  it('DMO-6 gives a planner a Monday: most is fine, some is short, some is too much', async () => {
    const { frame, result } = await planCase(company(1500));
    const urgent = new Set([...result.orderNode].filter((_, order) => (result.orderDay[order] ?? 0) <= planDay));
    expect(urgent.size / frame.meta.nodes).toBeGreaterThan(0.03);
    expect(urgent.size / frame.meta.nodes).toBeLessThan(0.35);
    const kinds = new Set([...result.exceptionKind].map((code) => exceptionKinds[code]));
    for (const kind of ['negative_stock', 'late_supply', 'excess', 'stock_out', 'expiring'] as const)
      expect(kinds).toContain(kind);
  });

  it('DMO-7 turns its stock over between two and eight times a year', async () => {
    const source = company(1500);
    const cost = new Map((await rowsOf(source, 'items')).map((row) => [row.item_id, row.cost ?? 0]));
    const valueOf = (rows: readonly { item_id: string; qty: number }[]): number =>
      rows.reduce((sum, row) => sum + row.qty * (cost.get(row.item_id) ?? 0), 0);
    const sales = (await rowsOf(source, 'demand_history')).filter((row) => row.kind === 'sale');
    const turns = valueOf(sales) / valueOf(await rowsOf(source, 'stock'));
    expect(turns).toBeGreaterThan(2);
    expect(turns).toBeLessThan(8);
  });
});
