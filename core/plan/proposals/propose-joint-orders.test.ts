import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineValueMinor } from '#core/base/money.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { proposeJointOrders } from './propose-joint-orders.ts';

const planDay = 20458; // Monday 2026-01-05
const manifest = { planDay, horizonDays: 42, currency: 'EUR' };

type Supplier = NonNullable<MemoryTables['suppliers']> extends Iterable<infer Row> ? Row : never;

/** Items of one supplier that are bought for one site, each due once. */
function tablesOf(supplier: Supplier, due: readonly (readonly [day: number, qty: number])[], fenceDays = 0): MemoryTables {
  const ids = due.map((_, index) => `P${index}`);
  return {
    sites: [{ site_id: 'HUB' }],
    items: ids.map((item_id) => ({ item_id, cost: 2, weight: 3 })),
    suppliers: [{ supplier_id: 'S', ...supplier }],
    lanes: [{ item_id: '*', site_id: 'HUB', kind: 'buy', source_id: 'S', lead_time_days: 5, unit_cost: 2 }],
    policies: [{ item_id: '*', site_id: 'HUB', fence_days: fenceDays }],
    demand_open: due.map(([day, qty], index) => ({
      ...{ order_id: `SO${index}`, item_id: `P${index}`, site_id: 'HUB', due_date: planDay + day, qty },
    })),
  };
}

async function proposed(supplier: Supplier, due: readonly (readonly [day: number, qty: number])[], fenceDays = 0) {
  const { frame, result } = await planCase(createMemoryPackage(manifest, tablesOf(supplier, due, fenceDays)));
  const { orders, rows } = proposeJointOrders(frame, result);
  return { frame, result, orders, rows };
}

/** Orders as day after the plan day, value in cents, missing cents and pieces per line. */
async function shape(...input: Parameters<typeof proposed>): Promise<readonly unknown[]> {
  const { orders } = await proposed(...input);
  return orders.map(({ orderDay, valueMinor, missingMinor, lines }) => [
    ...[orderDay - planDay, valueMinor, missingMinor],
    lines.map(({ grains }) => grains / 1000),
  ]);
}

describe('proposeJointOrders', () => {
  const due = [
    [20, 10],
    [23, 30],
    [40, 5],
  ] as const;

  it('JNT-9 orders together what falls within the grouping days of the supplier', async () => {
    expect(await shape({ grouping_days: 7 }, due)).toEqual([
      [15, 8000, 0, [10, 30]],
      [35, 1000, 0, [5]],
    ]);
    expect(await shape({}, due)).toHaveLength(3);
  });

  it('JNT-9 pulls no line into the fence of its item-location or before the plan day', async () => {
    expect(await shape({ grouping_days: 30 }, [[8, 1], ...due])).toEqual([
      [3, 8200, 0, [1, 10, 30]],
      [35, 1000, 0, [5]],
    ]);
    expect(await shape({ grouping_days: 30 }, due, 16)).toEqual([[16, 9000, 0, [10, 30, 5]]]);
    expect(await shape({ grouping_days: 30 }, [[21, 10], ...due.slice(1)], 17)).toEqual([[17, 9000, 0, [10, 30, 5]]]);
  });

  it('JNT-10 raises only where the supplier asks for a minimum or a load, and names what is missing', async () => {
    expect(await shape({ min_order_value: 60 }, [[20, 28]])).toEqual([[15, 6000, 0, [30]]]);
    expect(await shape({ min_order_value: 200 }, [[20, 28]])).toEqual([[15, 5600, 14_400, [28]]]);
    expect(await shape({ load_weight: 120 }, [[20, 28]])).toEqual([[15, 8000, 0, [40]]]);
  });
});

describe('joint orders of any plan', () => {
  it('JNT-1, JNT-3, JNT-9 and JNT-10 hold every line once, none later, and add up', async () => {
    const suppliers = fc.record({
      min_order_value: fc.constantFrom(null, 20, 300),
      grouping_days: fc.constantFrom(null, 0, 5, 30),
      load_weight: fc.constantFrom(null, 50),
    });
    const dues = fc.array(fc.tuple(fc.integer({ min: 0, max: 41 }), fc.integer({ min: 1, max: 40 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(suppliers, dues, fc.integer({ min: 0, max: 9 }), async (supplier, due, fence) => {
        const { frame, result, orders, rows } = await proposed(supplier, due, fence);
        expect(orders.flatMap(({ lines }) => lines.map(({ line }) => rows[line])).sort((a = 0, b = 0) => a - b)).toEqual([
          ...result.orderQty.keys(),
        ]);
        for (const { orderDay, lines, valueMinor, missingMinor } of orders) {
          const minimum = (supplier.min_order_value ?? 0) * 100;
          let sum = 0;
          for (const { line, grains } of lines) {
            const row = rows[line] ?? 0;
            expect(orderDay).toBeLessThanOrEqual(result.orderDay[row] ?? 0);
            expect(orderDay).toBeGreaterThanOrEqual(planDay + (frame.nodeFenceDays[result.orderNode[row] ?? 0] ?? 0));
            expect((result.orderDay[row] ?? 0) - orderDay).toBeLessThanOrEqual(supplier.grouping_days ?? 0);
            expect(grains).toBeGreaterThanOrEqual(result.orderQty[row] ?? 0);
            sum += lineValueMinor(grains / 1000, result.orderUnitCost[row] ?? 0);
          }
          expect(valueMinor).toBe(sum);
          expect(missingMinor).toBe(Math.max(0, minimum - valueMinor));
        }
      }),
      { numRuns: 80 },
    );
  });
});
