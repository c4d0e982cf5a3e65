import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/app-error.ts';
import { grainsPerStep } from '#core/base/quantity.ts';
import { planDay, randomTables } from '#core/frame/testing/random-tables.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { planCase, type PlannedCase } from './testing/plan-case.ts';

const horizonDays = 28;

/** The plan of a package, or undefined where its lanes or recipes go in a circle. */
async function planned(tables: Parameters<typeof createMemoryPackage>[1]): Promise<PlannedCase | undefined> {
  try {
    return await planCase(createMemoryPackage({ planDay, horizonDays, currency: 'EUR' }, tables));
  } catch (error) {
    if (error instanceof AppError && error.code === 'plan.cycle') return undefined;
    throw error;
  }
}

describe('the plan of any package', () => {
  it('PLN-12, PLN-19 and PLN-20: whole steps, balances that add up, explanations to the grain', async () => {
    let plans = 0;
    await fc.assert(
      fc.asyncProperty(randomTables, async (tables) => {
        const plan = await planned(tables);
        if (!plan) return;
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
        for (let network = 0; network < frame.meta.networks; network += 1) {
          for (const { grains, unmet } of planner.deliver(network).lateDemand) {
            expect(grains).toBeGreaterThan(0);
            expect(unmet).toBeLessThanOrEqual(grains);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(plans).toBeGreaterThan(25);
  });
});
