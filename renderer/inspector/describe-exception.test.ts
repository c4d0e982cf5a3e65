import { describe, expect, it } from 'vitest';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { describeException } from './describe-exception.ts';
import { createFrameReader } from './frame-reader.ts';
import { exceptionsOf } from './node-facts.ts';

const planDay = 20_458;

/** A shop with one open order and one demand: what is said about the order. */
async function saidOf(orderDay: number, demandDay: number | null, qty = 30): Promise<Readonly<Record<string, string>>> {
  const demand = demandDay === null ? [] : [{ order_id: 'SO-1', item_id: 'A', site_id: 'SHOP', due_date: demandDay, qty }];
  const { frame, result } = await planCase(
    createMemoryPackage(
      { planDay, horizonDays: 60, currency: 'EUR' },
      {
        sites: [{ site_id: 'SHOP' }],
        items: [{ item_id: 'A', cost: 2, price: 5, uom: 'EA' }],
        suppliers: [{ supplier_id: 'S1' }],
        supply_open: [
          { order_id: 'PO-17', item_id: 'A', site_id: 'SHOP', kind: 'buy', source_id: 'S1', due_date: orderDay, qty: 40 },
        ],
        demand_open: demand,
        lanes: [{ item_id: 'A', site_id: 'SHOP', kind: 'buy', source_id: 'S1', lead_time_days: 3 }],
      },
    ),
  );
  const reader = createFrameReader(frame, 'en');
  return Object.fromEntries(
    exceptionsOf(result, 0).map((exception) => [exception.kind, describeException(exception, 0, reader)]),
  );
}

describe('an exception in figures', () => {
  it('DSK-13 names the open order, the days and the day it should come', async () => {
    expect(await saidOf(planDay + 13, planDay + 7)).toMatchObject({
      expedite: 'PO-17: 6 days earlier, on Mon 12 Jan 26 · 30\u00a0EA',
    });
    expect(await saidOf(planDay + 3, planDay + 20)).toMatchObject({
      postpone: 'PO-17: 17 days later, on Sun 25 Jan 26 · 40\u00a0EA',
    });
  });

  it('DSK-13 names the open order nobody needs', async () => {
    expect(await saidOf(planDay + 3, null)).toMatchObject({ cancel: 'PO-17: 40\u00a0EA, due Thu 8 Jan 26' });
  });

  it('DSK-13 names the open order that is overdue', async () => {
    expect(await saidOf(planDay - 2, planDay + 1)).toMatchObject({ late_supply: 'PO-17: 40\u00a0EA, due Sat 3 Jan 26' });
  });

  it('DSK-13 shows less than the smallest step as what it is', async () => {
    expect(await saidOf(planDay + 13, planDay + 7, 0.25)).toMatchObject({
      expedite: 'PO-17: 6 days earlier, on Mon 12 Jan 26 · 0.25\u00a0EA',
    });
  });
});
