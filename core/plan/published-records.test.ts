import { describe, expect } from 'vitest';
import { fromGrains, toGrains } from '#core/base/quantity.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { planCase } from './testing/plan-case.ts';

interface Inputs {
  readonly gross: readonly number[];
  readonly on_hand: number;
  readonly scheduled_receipts: readonly number[];
  readonly lead_time: number;
  readonly safety_stock: number;
  readonly lot_rule: string;
  readonly Q?: number;
  readonly P?: number;
  readonly multiple?: number;
  readonly moq?: number;
}

interface Expected {
  readonly planned_receipts: readonly number[];
  readonly planned_releases: readonly number[];
  readonly past_due_releases: number;
  readonly projected_on_hand: readonly number[];
}

const planDay = 20458;
const lotRules = { L4L: 'lot_for_lot', FOQ: 'fixed', POQ: 'periods' } as const;

/** A record as a data package: a period is a day. */
function packageOf(inputs: Inputs): MemoryTables {
  const isRule = (rule: string): rule is keyof typeof lotRules => rule in lotRules;
  if (!isRule(inputs.lot_rule)) throw new Error(`The case names a lot rule the planner does not have: ${inputs.lot_rule}`);
  const place = { item_id: 'A', site_id: 'DC' };
  const perDay = (values: readonly number[]) => values.map((qty, day) => ({ qty, day })).filter(({ qty }) => qty > 0);
  return {
    items: [{ item_id: 'A' }],
    sites: [{ site_id: 'DC' }],
    suppliers: [{ supplier_id: 'S1' }],
    stock: [{ ...place, qty: inputs.on_hand, status: 'available' }],
    demand_open: perDay(inputs.gross).map(({ qty, day }) => ({ ...place, order_id: `SO-${day}`, due_date: planDay + day, qty })),
    supply_open: perDay(inputs.scheduled_receipts).map(({ qty, day }) => ({
      ...{ ...place, order_id: `PO-${day}`, kind: 'buy', due_date: planDay + day, qty, source_id: 'S1', status: 'confirmed' },
    })),
    lanes: [
      {
        ...{ ...place, kind: 'buy', source_id: 'S1', lead_time_days: inputs.lead_time },
        ...{ multiple: inputs.Q ?? inputs.multiple ?? null, moq: inputs.moq ?? null },
      },
    ],
    policies: [
      {
        ...{ ...place, method: 'time_phased', safety_stock: inputs.safety_stock },
        ...{ lot_rule: lotRules[inputs.lot_rule], lot_periods: inputs.P ?? null },
      },
    ],
  };
}

describe('published planning records', () => {
  const cases = publishedCases<Inputs, Expected>('mrp-');
  testPublished('PLN-6 PLN-10 $id ($source)', cases, async ({ inputs, expected }) => {
    const manifest = { planDay, horizonDays: inputs.gross.length, currency: 'EUR' };
    const { planner, result } = await planCase(createMemoryPackage(manifest, packageOf(inputs)));
    const receipts = inputs.gross.map(() => 0);
    const releases = inputs.gross.map(() => 0);
    let pastDue = 0;
    result.orderNode.forEach((_, row) => {
      const qty = fromGrains(result.orderQty[row] ?? 0, 0);
      const late = result.orderLateDays[row] ?? 0;
      // The record receives a late order on the day of need and calls its release past due.
      const needDay = (result.orderReceiptDay[row] ?? 0) - late - planDay;
      const orderDay = (result.orderDay[row] ?? 0) - planDay;
      receipts[needDay] = (receipts[needDay] ?? 0) + qty;
      if (late > 0) pastDue += qty;
      else releases[orderDay] = (releases[orderDay] ?? 0) + qty;
    });
    expect({ releases, pastDue }).toEqual({ releases: expected.planned_releases, pastDue: expected.past_due_releases });
    const { balance } = planner.project(0);
    const units = [...balance].map((grains) => fromGrains(grains, 0));
    if (pastDue === 0) {
      expect({ receipts, units }).toEqual({ receipts: expected.planned_receipts, units: expected.projected_on_hand });
      return;
    }
    // What is late arrives together: receipts agree in sum, and so does the stock once all of it is there.
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    expect(total(receipts)).toBe(total(expected.planned_receipts));
    expect(balance.at(-1)).toBe(toGrains(expected.projected_on_hand.at(-1) ?? 0, 0));
  });
});
