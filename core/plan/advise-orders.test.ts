import { describe, expect, it } from 'vitest';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { exceptionKinds } from './plan-result.ts';
import { planCase } from './testing/plan-case.ts';

const planDay = 20458; // Monday 2026-01-05

describe('advice on open orders', () => {
  it('PLN-32 increases an order before a late line, whatever else is on order behind the horizon', async () => {
    const order = { kind: 'buy', item_id: 'A', site_id: 'DC', source_id: 'S1' } as const;
    const { result } = await planCase(
      createMemoryPackage(
        { planDay, horizonDays: 28, currency: 'EUR' },
        {
          sites: [{ site_id: 'DC' }],
          items: [{ item_id: 'A' }],
          suppliers: [{ supplier_id: 'S1' }],
          demand_open: [{ order_id: 'SO1', item_id: 'A', site_id: 'DC', due_date: planDay + 4, qty: 30 }],
          supply_open: [
            { ...order, order_id: 'PO1', due_date: planDay + 2, qty: 10 },
            { ...order, order_id: 'PO2', due_date: planDay + 40, qty: 5 },
          ],
          lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S1', lead_time_days: 9 }],
        },
      ),
    );
    const row = result.exceptionKind.indexOf(exceptionKinds.indexOf('increase'));
    expect([result.exceptionQty[row], result.exceptionDay[row], result.exceptionDays[row]]).toEqual([20_000, planDay + 2, 7]);
  });
});
