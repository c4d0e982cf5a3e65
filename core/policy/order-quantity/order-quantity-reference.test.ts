import { describe, expect } from 'vitest';
import { allUnitsDiscountQuantity } from './all-units-discount-quantity.ts';
import { cycleCost } from './cycle-cost.ts';
import { economicOrderQuantity } from './economic-order-quantity.ts';
import { incrementalDiscountQuantity } from './incremental-discount-quantity.ts';
import { jointOrderCycle } from './joint-order-cycle.ts';
import { orderQuantityWithBackorders } from './order-quantity-with-backorders.ts';
import { productionQuantity } from './production-quantity.ts';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished, type PublishedCase } from '#core/base/testing/published-cases.ts';

interface Quantity {
  readonly Q: number;
  readonly cost: number;
}

interface Cycle {
  readonly fixed_cost: number;
  readonly holding_cost: number;
  readonly demand_rate: number;
}

interface PriceList {
  readonly fixed_cost: number;
  readonly holding_cost_rate: number;
  readonly demand_rate: number;
  readonly breakpoints: readonly number[];
  readonly unit_costs: readonly number[];
}

const cycleOf = (inputs: Cycle) => ({
  demand: inputs.demand_rate,
  orderCost: inputs.fixed_cost,
  holdingCost: inputs.holding_cost,
});

const priceListOf = (inputs: PriceList) => ({
  demand: inputs.demand_rate,
  orderCost: inputs.fixed_cost,
  holdingRate: inputs.holding_cost_rate,
  breakpoints: inputs.breakpoints,
  unitCosts: inputs.unit_costs,
  pack: 0,
  minimum: 0,
});

/** One test per published case, named by its id and its source. */
function check<Inputs, Expected>(prefix: string, test: (one: PublishedCase<Inputs, Expected>) => void): void {
  testPublished('$id ($source)', publishedCases<Inputs, Expected>(prefix), test);
}

function expectAll(one: PublishedCase<unknown, unknown>, pairs: readonly (readonly [number, number])[]): void {
  for (const [found, expected] of pairs) {
    expectNear(found, expected, one.tolerance);
  }
}

describe('published order quantities', () => {
  check<Cycle, Quantity>('eoq-1', (one) => {
    const inputs = cycleOf(one.inputs);
    const quantity = economicOrderQuantity({ ...inputs, pack: 0, minimum: 0 });
    expectAll(one, [
      [quantity, one.expected.Q],
      [cycleCost(quantity, inputs), one.expected.cost],
    ]);
  });

  check<Cycle & { readonly stockout_cost: number }, Quantity & { readonly stockout_fraction: number }>('eoqb-', (one) => {
    const found = orderQuantityWithBackorders({ ...cycleOf(one.inputs), waitingCost: one.inputs.stockout_cost });
    expectAll(one, [
      [found.quantity, one.expected.Q],
      [found.waitingShare, one.expected.stockout_fraction],
      [found.cost, one.expected.cost],
    ]);
  });

  check<Cycle & { readonly production_rate: number }, Quantity>('epq-', (one) => {
    const found = productionQuantity({ ...cycleOf(one.inputs), productionRate: one.inputs.production_rate });
    expectAll(one, [
      [found.quantity, one.expected.Q],
      [found.cost, one.expected.cost],
    ]);
  });

  check<PriceList, Quantity & { readonly region: number }>('eoq-aud-', (one) => {
    const found = allUnitsDiscountQuantity(priceListOf(one.inputs));
    expect(found.region).toBe(one.expected.region);
    expectAll(one, [
      [found.quantity, one.expected.Q],
      [found.cost, one.expected.cost],
    ]);
  });

  check<PriceList, Quantity>('eoq-inc-', (one) => {
    const found = incrementalDiscountQuantity(priceListOf(one.inputs));
    expectAll(one, [
      [found.quantity, one.expected.Q],
      [found.cost, one.expected.cost],
    ]);
  });

  check<
    { readonly annual_demand: number; readonly K: number; readonly h: number; readonly pack: number; readonly moq: number },
    Quantity & { readonly unconstrained: number }
  >('eoq-pack-', (one) => {
    const { annual_demand: demand, K: orderCost, h: holdingCost, pack, moq: minimum } = one.inputs;
    const inputs = { demand, orderCost, holdingCost };
    const quantity = economicOrderQuantity({ ...inputs, pack, minimum });
    expectAll(one, [
      [quantity, one.expected.Q],
      [cycleCost(quantity, inputs), one.expected.cost],
      [economicOrderQuantity({ ...inputs, pack: 0, minimum: 0 }), one.expected.unconstrained],
    ]);
  });

  check<
    {
      readonly shared_fixed_cost: number;
      readonly individual_fixed_costs: readonly number[];
      readonly holding_costs: readonly number[];
      readonly demand_rates: readonly number[];
    },
    {
      readonly order_quantities: readonly number[];
      readonly base_cycle_time: number;
      readonly order_multiples: readonly number[];
      readonly cost: number;
    }
  >('jrp-', (one) => {
    const { shared_fixed_cost: shared, individual_fixed_costs: own, holding_costs: holding, demand_rates: demand } = one.inputs;
    const items = demand.map((rate, item) => ({ demand: rate, orderCost: own[item] ?? 0, holdingCost: holding[item] ?? 0 }));
    const found = jointOrderCycle(shared, items);
    expect(found.multiples).toEqual(one.expected.order_multiples);
    expectAll(one, [
      [found.cycle, one.expected.base_cycle_time],
      [found.cost, one.expected.cost],
      ...one.expected.order_quantities.map((quantity, item) => [found.quantities[item] ?? 0, quantity] as const),
    ]);
  });
});
