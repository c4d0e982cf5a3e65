import { describe, expect, it } from 'vitest';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { planCase } from './testing/plan-case.ts';

const planDay = 20_458;
const manifest = { planDay, horizonDays: 28, currency: 'EUR' };
const company: MemoryTables = {
  sites: [
    { site_id: 'HUB' },
    { site_id: 'P1', kind: 'plant' },
    { site_id: 'P2', kind: 'plant' },
    { site_id: 'SUB', kind: 'subcontractor' },
  ],
  items: [{ item_id: 'A' }, { item_id: 'B' }, { item_id: 'C' }],
  suppliers: [{ supplier_id: 'S1' }],
  demand_open: [{ order_id: 'O', item_id: 'A', site_id: 'HUB', due_date: planDay + 10, qty: 4 }],
};

/** What the plan orders: [item and site, day of the receipt, units]. */
async function ordersOf(tables: MemoryTables): Promise<unknown[]> {
  const { result, nameOf } = await planCase(createMemoryPackage(manifest, { ...company, ...tables }));
  return [...result.orderNode].map((node, line) => [
    nameOf(node),
    (result.orderReceiptDay[line] ?? 0) - planDay,
    (result.orderQty[line] ?? 0) / 1000,
  ]);
}

describe('the components of an order', () => {
  it('PLN-13 FRM-15 are asked of the plant that makes it', async () => {
    const lanes: MemoryTables['lanes'] = [
      { item_id: 'A', site_id: 'HUB', kind: 'make', source_id: 'P1', lead_time_days: 2, priority: 1, valid_to: planDay + 7 },
      { item_id: 'A', site_id: 'HUB', kind: 'make', source_id: 'P2', lead_time_days: 3, priority: 2 },
      { item_id: '*', site_id: '*', kind: 'buy', source_id: 'S1', lead_time_days: 1 },
    ];
    const bom: MemoryTables['bom'] = [
      { parent_item_id: 'A', component_item_id: 'B', qty: 1, site_id: 'P1' },
      { parent_item_id: 'A', component_item_id: 'C', qty: 2, site_id: 'P2' },
    ];
    expect(await ordersOf({ lanes, bom })).toEqual([
      ['A@HUB', 10, 4],
      ['C@P2', 7, 8],
    ]);
  });

  it('PLN-13 FRM-16 are asked of the subcontractor when its delivery is bought', async () => {
    const lanes: MemoryTables['lanes'] = [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'S1', lead_time_days: 3 }];
    const bom: MemoryTables['bom'] = [{ parent_item_id: 'A', component_item_id: 'B', qty: 2, kind: 'subcontract' }];
    expect(await ordersOf({ lanes, bom })).toEqual([
      ['A@HUB', 10, 4],
      ['B@SUB', 7, 8],
    ]);
  });
});
