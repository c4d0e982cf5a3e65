import { describe, expect, it } from 'vitest';
import { formatDay } from '#core/base/calendar-day.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { FirmOrder, ParameterField } from '#core/model/scenario/scenario-record.ts';
import { noChanges, type PlanChanges } from './plan-changes.ts';
import { exceptionKinds } from './plan-result.ts';
import { planCase } from './testing/plan-case.ts';

const planDay = 20458; // Monday 2026-01-05
const source = createMemoryPackage(
  { planDay, horizonDays: 28, currency: 'EUR' },
  {
    sites: [{ site_id: 'DC' }],
    items: [{ item_id: 'A', price: 2 }],
    suppliers: [{ supplier_id: 'S1' }],
    stock: [{ item_id: 'A', site_id: 'DC', qty: 20, status: 'available' }],
    demand_open: [
      { order_id: 'SO1', item_id: 'A', site_id: 'DC', due_date: planDay + 10, qty: 60 },
      { order_id: 'SO2', item_id: 'A', site_id: 'DC', due_date: planDay + 20, qty: 5 },
    ],
    lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S1', lead_time_days: 3 }],
  },
);

/** The order lines as text, and the kinds of exception. */
async function planned(changes: PlanChanges): Promise<{ lines: readonly string[]; exceptions: readonly (string | undefined)[] }> {
  const { result } = await planCase(source, changes);
  return {
    lines: Array.from(result.orderQty, (qty, row) => `${formatDay(result.orderDay[row] ?? 0)} ${qty / 1000}`),
    exceptions: Array.from(result.exceptionKind, (kind) => exceptionKinds[kind]),
  };
}

function parameter(field: ParameterField, value: string | number): PlanChanges {
  return { ...noChanges, parameters: [{ kind: 'parameter.set', itemId: 'A', siteId: 'DC', field, value, reason: '' }] };
}

function typed(qty: number): PlanChanges {
  const firm: FirmOrder = {
    id: 'F1',
    kind: 'buy',
    itemId: 'A',
    siteId: 'DC',
    sourceId: 'S1',
    orderDay: planDay + 7,
    shipDay: planDay + 7,
    receiptDay: planDay + 10,
    qty,
    origin: 'override',
    proposedQty: 40,
    reason: '',
  };
  return { ...noChanges, firmOrders: [firm] };
}

describe('changes of a scenario', () => {
  it('PLN-24 plans with a parameter that was changed', async () => {
    expect((await planned(noChanges)).lines).toEqual(['2026-01-12 40', '2026-01-22 5']);
    expect((await planned(parameter('moq', 50))).lines).toEqual(['2026-01-12 50']);
    expect((await planned(parameter('lead_time_days', 5))).lines).toEqual(['2026-01-10 40', '2026-01-20 5']);
    expect((await planned(parameter('safety_stock', 4))).lines).toEqual(['2026-01-12 44', '2026-01-22 5']);
    expect((await planned(parameter('method', 'none'))).lines).toEqual([]);
  });

  it('PLN-24 holds the safety stock that another deviation of the lead time asks for, and explains it exactly', async () => {
    const withSd = (lead_time_sd: number) =>
      createMemoryPackage(
        { planDay, horizonDays: 28, currency: 'EUR' },
        {
          sites: [{ site_id: 'DC' }],
          items: [{ item_id: 'A' }],
          suppliers: [{ supplier_id: 'S1' }],
          demand_history: Array.from({ length: 60 }, (_, week) => ({
            item_id: 'A',
            site_id: 'DC',
            date: planDay - 7 * (week + 1),
            qty: 20 + (week % 7),
          })),
          lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S1', lead_time_days: 3, lead_time_sd }],
          policies: [{ item_id: '*', site_id: '*', method: 'time_phased', service_target: 0.95 }],
        },
      );
    const [before, after] = [await planCase(withSd(1)), await planCase(withSd(4))];
    const { result, planner } = await planCase(withSd(1), parameter('lead_time_sd', 4));
    expect(result.nodeProtected[0]).toBeGreaterThan(before.result.nodeProtected[0] ?? NaN);
    expect([[...result.nodeProtected], [...result.orderQty], [...result.orderDay]]).toEqual([
      [...after.result.nodeProtected],
      [...after.result.orderQty],
      [...after.result.orderDay],
    ]);
    result.orderQty.forEach((qty, line) => {
      const { terms, grains } = planner.explain(0, line);
      expect([grains, terms.reduce((sum, term) => sum + term.grains, 0)]).toEqual([qty, qty]);
      expect(terms.find(({ code }) => code === 'safetyStock' || code === 'protectedLevel')?.grains).toBe(result.nodeProtected[0]);
    });
  });

  it('PLN-21 takes a higher typed quantity into account later', async () => {
    expect((await planned(typed(45))).lines).toEqual(['2026-01-12 45']);
  });

  it('PLN-22 does not fill up a lower typed quantity for seven days, and names what is missing', async () => {
    const { lines, exceptions } = await planned(typed(30));
    expect(lines).toEqual(['2026-01-12 30', '2026-01-19 10', '2026-01-22 5']);
    expect(exceptions).toContain('short_after_change');
  });

  it('PLN-22 and PLN-24 hold a lowered line for the review days that were changed', async () => {
    const longer = parameter('review_days', 10).parameters;
    const { lines } = await planned({ ...typed(30), parameters: longer });
    expect(lines).toEqual(['2026-01-12 30', '2026-01-22 10', '2026-01-22 5']);
  });

  it('PLN-8 orders nothing a second time that is fixed and comes no later, though both are late', async () => {
    const late = createMemoryPackage(
      { planDay, horizonDays: 60, currency: 'EUR' },
      {
        sites: [{ site_id: 'DC' }],
        items: [{ item_id: 'A' }],
        suppliers: [{ supplier_id: 'S1' }],
        stock: [{ item_id: 'A', site_id: 'DC', qty: -17 }],
        demand_open: [{ order_id: 'SO1', item_id: 'A', site_id: 'DC', due_date: planDay + 2, qty: 9 }],
        lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S1', lead_time_days: 21 }],
      },
    );
    const proposed = await planCase(late);
    expect([...proposed.result.orderQty]).toEqual([17_000, 9000]);
    for (const qty of [26, 43]) {
      const firm = {
        ...typed(qty).firmOrders[0]!,
        orderDay: planDay,
        shipDay: planDay,
        receiptDay: planDay + 21,
        proposedQty: 26,
      }; // one was typed
      const { result, planner } = await planCase(late, { ...noChanges, firmOrders: [firm] });
      expect([...result.orderQty]).toEqual([qty * 1000]);
      expect(planner.explain(0, 0).grains).toBe(qty * 1000);
    }
    const part = { ...typed(10).firmOrders[0]!, orderDay: planDay, receiptDay: planDay + 20, proposedQty: null }; // one was typed
    const { result, planner } = await planCase(late, { ...noChanges, firmOrders: [part] });
    expect([...result.orderQty]).toEqual([10_000, 7000, 9000]);
    const { terms, grains } = planner.explain(0, 1);
    expect(terms.reduce((sum, term) => sum + term.grains, 0)).toBe(grains);
  });

  it('PLN-21 reads a typed 0 as: do not order now', async () => {
    expect((await planned(typed(0))).lines).toEqual(['2026-01-19 40', '2026-01-22 5']);
  });
});
