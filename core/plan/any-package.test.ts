import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/app-error.ts';
import { grainsPerStep } from '#core/base/quantity.ts';
import { planDay, randomTables } from '#core/frame/testing/random-tables.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { FirmOrder } from '#core/model/scenario/scenario-record.ts';
import { noChanges, type PlanChanges } from './plan-changes.ts';
import { expectDelivery } from './testing/expect-delivery.ts';
import { randomChanges } from './testing/random-changes.ts';
import { planCase, type PlannedCase } from './testing/plan-case.ts';

const horizonDays = 28;

/** The plan of a package, or undefined where its lanes or recipes go in a circle. */
async function planned(
  tables: Parameters<typeof createMemoryPackage>[1],
  changes: PlanChanges = noChanges,
): Promise<PlannedCase | undefined> {
  try {
    return await planCase(createMemoryPackage({ planDay, horizonDays, currency: 'EUR' }, tables), changes);
  } catch (error) {
    if (error instanceof AppError && error.code === 'plan.cycle') return undefined;
    throw error;
  }
}

/** Sums of grains are exact below 2^53; a recipe that takes millions of millions of a part asks for more. */
function isExact({ result }: PlannedCase): boolean {
  const most = 2 ** 50 / horizonDays;
  return result.nodeDailyDemand.every((grains) => grains < most) && result.orderQty.every((grains) => grains < most);
}

describe('the plan of any package', () => {
  it('PLN-12, PLN-19 and PLN-20: whole steps, balances that add up, explanations to the grain', async () => {
    let plans = 0;
    await fc.assert(
      fc.asyncProperty(randomTables, async (tables) => {
        const plan = await planned(tables);
        if (!plan || !isExact(plan)) return;
        plans += 1;
        const { frame, planner, result } = plan;
        for (let node = 0; node < frame.meta.nodes; node += 1) {
          const table = planner.project(node);
          const first = result.nodeOrderStart[node] ?? 0;
          const end = result.nodeOrderStart[node + 1] ?? 0;
          const receipts = new Float64Array(horizonDays);
          for (let row = first; row < end; row += 1) {
            const qty = result.orderQty[row] ?? 0;
            const day = (result.orderReceiptDay[row] ?? 0) - planDay;
            if (day < horizonDays) receipts[day] = (receipts[day] ?? 0) + qty;
            expect(result.orderDay[row]).toBeGreaterThanOrEqual(planDay);
            expect(qty).toBeGreaterThan(0);
            expect(qty % grainsPerStep).toBe(0);
            const { terms } = planner.explain(node, row - first);
            expect(terms.reduce((sum, term) => sum + term.grains, 0)).toBe(qty);
            for (const { children, grains } of terms) {
              if (children.length > 0) expect(children.reduce((sum, child) => sum + child.grains, 0)).toBe(grains);
            }
          }
          expect(table.receiptsPlanned).toEqual(receipts);
          let balance = result.nodeUsable[node] ?? 0;
          for (let day = 0; day < horizonDays; day += 1) {
            const asked = (table.demandForecast[day] ?? 0) + (table.demandOrders[day] ?? 0) + (table.demandDependent[day] ?? 0);
            expect(table.demand[day]).toBe(asked - (table.demandHandedOver[day] ?? 0));
            balance += (table.stockAdjustment[day] ?? 0) + (table.receiptsOpen[day] ?? 0) + (receipts[day] ?? 0);
            balance -= table.demand[day] ?? 0;
            expect(table.balance[day]).toBe(balance);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(plans).toBeGreaterThan(25);
  });

  it('PLN-33 and PLN-34: no line before its day nor more than it asks for, nothing late where no balance is short', async () => {
    let late = 0;
    await fc.assert(
      fc.asyncProperty(randomTables, randomChanges, async (tables, changes) => {
        const plan = await planned(tables, changes);
        if (!plan || !isExact(plan)) return;
        for (let network = 0; network < plan.frame.meta.networks; network += 1) {
          late += expectDelivery(plan, network).lateDemand.length;
        }
      }),
      { numRuns: 100 },
    );
    expect(late).toBeGreaterThan(25);
  });

  it('PLN-28 and PLN-34: an order that was handed to the successor is late there or nowhere', async () => {
    const tables: Parameters<typeof createMemoryPackage>[1] = {
      sites: [{ site_id: 'S0' }],
      items: [{ item_id: 'OLD', successor_id: 'NEW' }, { item_id: 'NEW' }],
      demand_open: [{ order_id: 'O1', item_id: 'OLD', site_id: 'S0', due_date: planDay, qty: 3 }],
    };
    const covered = { ...tables, stock: [{ item_id: 'NEW', site_id: 'S0', qty: 3 }] };
    const lateOf = async (each: typeof tables) => {
      const plan = await planned(each);
      return plan?.planner.deliver(0).lateDemand.map(({ node, grains, unmet }) => [plan.nameOf(node), grains, unmet]);
    };
    expect(await lateOf(covered)).toEqual([]);
    expect(await lateOf(tables)).toEqual([['NEW@S0', 3000, 3000]]);
  });

  it('PLN-33: a line that leaves behind the horizon is not short at its source', async () => {
    const firm: FirmOrder = {
      ...{ id: 'F1', kind: 'transfer', itemId: 'A', siteId: 'S1', sourceId: 'S0', qty: 5, origin: 'override', reason: '' },
      ...{ proposedQty: null, orderDay: planDay + 27, shipDay: planDay + 28, receiptDay: planDay + 30 },
    };
    const plan = await planned(
      {
        sites: [{ site_id: 'S0' }, { site_id: 'S1' }],
        items: [{ item_id: 'A' }],
        lanes: [{ item_id: 'A', site_id: 'S1', kind: 'transfer', source_id: 'S0', lead_time_days: 2 }],
      },
      { ...noChanges, firmOrders: [firm] },
    );
    expect(plan?.result.meta.orders).toBe(1);
    expect(plan?.planner.deliver(0).deliveries).toEqual([]);
  });

  it('PLN-20 and PLN-28: explains what an item orders before its successor takes over, and what that one takes over', async () => {
    const plan = await planned({
      sites: [{ site_id: 'S0' }],
      suppliers: [{ supplier_id: 'V0' }],
      items: [{ item_id: 'OLD', successor_id: 'NEW', successor_from: planDay + 7 }, { item_id: 'NEW' }],
      forecast: [{ item_id: 'OLD', site_id: 'S0', start_date: planDay, days: 28, qty: 56 }],
      lanes: [{ item_id: '*', site_id: 'S0', kind: 'buy', source_id: 'V0', lead_time_days: 1 }],
      policies: [{ item_id: 'OLD', site_id: 'S0', method: 'min_max' }],
    });
    const { result, planner, nameOf } = plan!; // no circle
    const codes = new Map<string, Set<string>>();
    for (let row = 0; row < result.meta.orders; row += 1) {
      const node = result.orderNode[row] ?? 0;
      const { terms, grains } = planner.explain(node, row - (result.nodeOrderStart[node] ?? 0));
      expect(terms.reduce((sum, term) => sum + term.grains, 0)).toBe(grains);
      const found = terms.filter(({ code }) => code === 'handedOver' || code === 'components').map(({ code }) => code);
      codes.set(nameOf(node), new Set([...(codes.get(nameOf(node)) ?? []), ...found]));
    }
    expect([...codes]).toEqual([
      ['OLD@S0', new Set()],
      ['NEW@S0', new Set(['handedOver'])],
    ]);
  });
});
