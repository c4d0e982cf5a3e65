import { describe, expect } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { economicPeriods } from './economic-periods.ts';
import { scheduleCost } from './schedule-cost.ts';
import { scheduleLots } from './schedule-lots.ts';
import { sizeLots, type LotSizingRule } from './size-lots.ts';
import { wagnerWhitinEnds } from './wagner-whitin-ends.ts';

interface Inputs {
  readonly demand: readonly number[];
  readonly setup_cost: number;
  readonly holding_cost_per_period: number;
}

interface ExpectedLots {
  readonly cost: number;
  readonly orders?: readonly number[];
  readonly period?: number;
  readonly Q?: number;
}

const ruleOf: Readonly<Record<string, LotSizingRule>> = {
  wagner_whitin: 'wagner_whitin',
  silver_meal: 'silver_meal',
  least_unit_cost: 'least_unit_cost',
  part_period_balancing: 'part_period_balancing',
  poq: 'periods_of_supply',
  lot_for_lot: 'lot_for_lot',
  fixed_eoq: 'fixed_eoq',
};

const rows = publishedCases<Inputs, Readonly<Record<string, ExpectedLots>>>('lot-')
  .filter(({ id }) => id !== 'lot-ww-purchase')
  .flatMap((one) => Object.entries(one.expected).map(([name, expected]) => ({ ...one, name, expected })));

describe('published lot sizes', () => {
  testPublished('$id $name ($source)', rows, ({ inputs, name, expected, tolerance }) => {
    const costs = { orderCost: inputs.setup_cost, holdingCost: inputs.holding_cost_per_period };
    const rule = ruleOf[name];
    if (rule === undefined) throw new Error(`The case names a rule without an implementation: ${name}`);
    const orders = sizeLots(rule, inputs.demand, costs);
    if (expected.orders !== undefined) expect([...orders]).toEqual(expected.orders);
    if (expected.period !== undefined) expect(economicPeriods(inputs.demand, costs)).toBe(expected.period);
    if (expected.Q !== undefined) expect(orders.find((order) => order > 0)).toBe(expected.Q);
    const cost = scheduleCost(inputs.demand, orders, costs);
    expectNear(cost, expected.cost, tolerance);
  });

  const withPurchase = publishedCases<
    {
      readonly demand: readonly number[];
      readonly holding_cost: number;
      readonly fixed_cost: number;
      readonly purchase_cost: readonly number[];
    },
    { readonly orders: readonly number[]; readonly cost: number }
  >('lot-ww-purchase');
  testPublished('$id ($source)', withPurchase, ({ inputs, expected, tolerance }) => {
    const costs = { orderCost: inputs.fixed_cost, holdingCost: inputs.holding_cost };
    const ends = wagnerWhitinEnds(inputs.demand, costs, inputs.purchase_cost);
    const orders = scheduleLots(inputs.demand, (first) => ends[first] ?? first);
    expect([...orders]).toEqual(expected.orders);
    const cost = scheduleCost(inputs.demand, orders, costs, inputs.purchase_cost);
    expectNear(cost, expected.cost, tolerance);
  });
});
