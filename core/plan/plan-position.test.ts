import { describe, expect, it } from 'vitest';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { planCase } from './testing/plan-case.ts';

const planDay = 20458; // Monday 2026-01-05

describe('orders by position', () => {
  it('PLN-16 looks ahead as far as the lane takes that an order of the day would go on', async () => {
    const lane = { item_id: 'A', site_id: 'DC', kind: 'buy' } as const;
    const { result } = await planCase(
      createMemoryPackage(
        { planDay, horizonDays: 56, currency: 'EUR' },
        {
          sites: [{ site_id: 'DC' }],
          items: [{ item_id: 'A' }],
          suppliers: [{ supplier_id: 'S1' }, { supplier_id: 'S2' }],
          stock: [{ item_id: 'A', site_id: 'DC', qty: 20 }],
          demand_open: [{ order_id: 'SO1', item_id: 'A', site_id: 'DC', due_date: planDay + 20, qty: 18 }],
          policies: [{ item_id: 'A', site_id: 'DC', method: 'min_max', min_qty: 5, max_qty: 20 }],
          lanes: [
            { ...lane, source_id: 'S1', priority: 1, lead_time_days: 14, valid_from: planDay + 10 },
            { ...lane, source_id: 'S2', priority: 2, lead_time_days: 2 },
          ],
        },
      ),
    );
    expect([...result.orderDay].map((day) => day - planDay)).toEqual([10]);
  });
});
