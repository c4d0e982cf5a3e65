import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { buildFrame } from './build-frame.ts';
import { planMethods } from './codes.ts';
import { notSet, type Frame } from './frame-layout.ts';
import { openFrame } from './open-frame.ts';
import { deciderOf, policyFields, setFields, type PolicyField, type PolicyRow } from './policy-chain.ts';
import { policySource, policySources } from './policy-source.ts';
import { planDay, randomTables } from './testing/random-tables.ts';
import { textAt } from './text-columns.ts';

const manifest = { planDay, horizonDays: 28, currency: 'EUR' };
type Policy = Partial<PolicyRow>;

async function frameOf(tables: MemoryTables): Promise<Frame> {
  return openFrame(await buildFrame(createMemoryPackage(manifest, tables), 1));
}

/** One item that sold at the site it is kept at: class A, family F, region North, company K. */
async function frameOfOne(policies: readonly Policy[]): Promise<Frame> {
  const place = { item_id: 'P', site_id: 'S' };
  return frameOf({
    companies: [{ company_id: 'K' }],
    sites: [{ site_id: 'S', region: 'North', company_id: 'K' }],
    items: [{ item_id: 'P', family: 'F', cost: 2 }],
    demand_history: [{ ...place, date: planDay - 20, qty: 5 }],
    policies: policies as NonNullable<MemoryTables['policies']>, // rows of the table
  });
}

describe('inheritance of policies', () => {
  it('FRM-8 takes the row alone where it does not inherit', async () => {
    const frame = await frameOfOne([
      { item_id: '*', site_id: '*', service_target: 0.9, order_cost: 12 },
      { item_id: 'P', site_id: '*', order_cost: 7 },
    ]);
    expect([frame.nodeServiceTarget[0], frame.nodeOrderCost[0]]).toEqual([0, 7]);
    expect(policySource(frame, 0, 'service_target')).toBeUndefined();
  });

  it('FRM-19 takes what an inheriting row leaves empty from the next less specific one, cell by cell', async () => {
    const frame = await frameOfOne([
      { item_id: '*', site_id: '*', method: 'periodic', service_target: 0.9, service_type: 'fill', order_cost: 12 },
      { item_id: '*', site_id: 'company:K', service_target: 0.93, inherits: 1 },
      { item_id: 'class:A', site_id: 'region:North', service_target: 0.95, inherits: 1 },
      { item_id: 'P', site_id: 'S', order_cost: 7, inherits: 1 },
    ]);
    expect(planMethods[frame.nodeMethod[0] ?? 0]).toBe('periodic');
    expect([frame.nodeServiceTarget[0], frame.nodeServiceType[0], frame.nodeOrderCost[0]]).toEqual([0.95, 1, 7]);
  });

  it('FRM-19 ends at the first row that does not inherit', async () => {
    const frame = await frameOfOne([
      { item_id: '*', site_id: '*', fence_days: 4 },
      { item_id: 'family:F', site_id: '*', order_cost: 3 },
      { item_id: 'P', site_id: '*', service_target: 0.9, inherits: 1 },
    ]);
    expect([frame.nodeServiceTarget[0], frame.nodeOrderCost[0], frame.nodeFenceDays[0]]).toEqual([0.9, 3, 0]);
    expect(policySources(frame, 0).map(({ itemSelector }) => itemSelector)).toEqual(['P', 'family:F']);
  });

  it('FRM-19 inherits no other word on protection, and no other level, than that of the row that has one', async () => {
    const frame = await frameOfOne([
      { item_id: '*', site_id: '*', safety_stock: 5, safety_days: 2, min_qty: 1, max_qty: 90 },
      { item_id: 'P', site_id: '*', service_target: 0.98, min_qty: 20, inherits: 1 },
    ]);
    expect([frame.nodeServiceTarget[0], frame.nodeSafetyStock[0], frame.nodeSafetyDays[0]]).toEqual([0.98, notSet, 0]);
    expect([frame.nodeMinQty[0], frame.nodeMaxQty[0]]).toEqual([20_000, 0]);
    const bits = [setFields(row({ service_target: 0.9 })), setFields(row({ safety_days: 2 }))];
    expect(deciderOf('safety_days', 2, (entry) => bits[entry] ?? 0)).toBe(-1);
    expect(deciderOf('service_target', 2, (entry) => bits[entry] ?? 0)).toBe(0);
    expect(setFields(row({ method: 'none' }))).toBe(1);
  });

  it('FRM-20 names the row of every value, with its level', async () => {
    const frame = await frameOfOne([
      { item_id: '*', site_id: 'company:K', order_cost: 12 },
      { item_id: 'class:A', site_id: 'region:North', service_target: 0.95, inherits: 1 },
      { item_id: 'P', site_id: 'S', min_qty: 3, inherits: 1 },
    ]);
    expect(policySource(frame, 0, 'service_target')).toEqual({
      row: 2,
      itemSelector: 'class:A',
      siteSelector: 'region:North',
      itemLevel: 'class',
      siteLevel: 'region',
      itemName: 'A',
      siteName: 'North',
    });
    expect(policySource(frame, 0, 'order_cost')).toMatchObject({
      itemLevel: 'all',
      itemName: '',
      siteLevel: 'company',
      siteName: 'K',
    });
    expect(policySource(frame, 0, 'min_qty')).toMatchObject({
      itemLevel: 'item',
      itemName: 'P',
      siteLevel: 'site',
      siteName: 'S',
    });
    expect(policySource(frame, 0, 'method')).toBeUndefined();
  });

  it('FRM-8 reads an id that looks like a group as the id it is', async () => {
    const frame = await frameOf({
      sites: [{ site_id: 'region:North' }, { site_id: 'S', region: 'North' }],
      items: [{ item_id: 'P' }],
      stock: [{ item_id: 'P', site_id: 'S', qty: 1 }],
      policies: [{ item_id: 'P', site_id: 'region:North', order_cost: 4 }],
    });
    const siteOf = (node: number): string =>
      textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, frame.nodeSite[node] ?? 0);
    const found = Array.from(frame.nodeItem, (_, node) => [siteOf(node), frame.nodeOrderCost[node]]);
    expect(found.toSorted()).toEqual([
      ['S', 0],
      ['region:North', 4],
    ]);
    expect(policySource(frame, found[0]?.[0] === 'S' ? 1 : 0, 'order_cost')).toMatchObject({ siteLevel: 'site' });
  });

  it('FRM-8 FRM-19 FRM-20 hold for any rows: first the most specific, then what it inherits', async () => {
    await fc.assert(
      fc.asyncProperty(randomTables, async (tables) => {
        const lanesAside = { ...tables, lanes: [], bom: [], policies: withoutDoubles(tables.policies) };
        const frame = await frameOf(lanesAside);
        for (let node = 0; node < frame.meta.nodes; node += 1) {
          const matching = rowsInOrder(frame, node, lanesAside);
          for (const field of ['order_cost', 'fence_days', 'service_target', 'max_qty'] as const) {
            const found = policySource(frame, node, field);
            const expected = expectedRow(matching, field);
            expect([found?.itemSelector, found?.siteSelector]).toEqual([expected?.item_id, expected?.site_id]);
            if (field === 'order_cost') expect(frame.nodeOrderCost[node]).toBe(expected?.order_cost ?? 0);
            if (field === 'service_target') expect(frame.nodeServiceTarget[node]).toBe(expected?.service_target ?? 0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

function row(cells: Policy): PolicyRow {
  const empty = Object.fromEntries(policyFields.map((field) => [field, null]));
  return { ...empty, item_id: '*', site_id: '*', inherits: null, ...cells } as PolicyRow; // every column is there
}

function withoutDoubles(rows: MemoryTables['policies']): Policy[] {
  const first = new Map<string, Policy>();
  for (const cells of rows ?? []) first.set(`${cells.item_id}\n${cells.site_id}`, cells);
  return [...first.values()];
}

/** The rows that match a node by the published order, found by asking each row. */
function rowsInOrder(frame: Frame, node: number, tables: MemoryTables): readonly Policy[] {
  const item = textAt({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds }, frame.nodeItem[node] ?? 0);
  const site = textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, frame.nodeSite[node] ?? 0);
  const itemRow = [...(tables.items ?? [])].find((cells) => cells.item_id === item);
  const siteRow = [...(tables.sites ?? [])].find((cells) => cells.site_id === site);
  const itemRanks = new Map([
    [item, 0],
    [`family:${itemRow?.family}`, 1],
    [`class:${'ABC'[frame.itemClass[frame.nodeItem[node] ?? 0] ?? 0]}`, 2],
    ['*', 3],
  ]);
  const siteRanks = new Map([
    [site, 0],
    [`region:${siteRow?.region}`, 1],
    [`company:${siteRow?.company_id}`, 2],
    ['*', 3],
  ]);
  // Family and class are one level: at the same site selector the family comes first.
  const rankOf = ({ item_id = '', site_id = '' }: Policy): number => {
    const [own, place] = [itemRanks.get(item_id) ?? NaN, siteRanks.get(site_id) ?? NaN];
    return (own === 0 ? 0 : own === 3 ? 2 : 1) * 100 + place * 10 + own;
  };
  return [...(tables.policies ?? [])].filter((cells) => !Number.isNaN(rankOf(cells))).sort((a, b) => rankOf(a) - rankOf(b));
}

function expectedRow(matching: readonly Policy[], field: PolicyField): Policy | undefined {
  const rivals: readonly PolicyField[] =
    field === 'service_target'
      ? ['service_target', 'safety_stock', 'safety_days']
      : field === 'max_qty'
        ? ['min_qty', 'max_qty']
        : [field];
  for (const cells of matching) {
    if (rivals.some((rival) => cells[rival] != null)) return cells[field] == null ? undefined : cells;
    if (cells.inherits !== 1) return undefined;
  }
  return undefined;
}
