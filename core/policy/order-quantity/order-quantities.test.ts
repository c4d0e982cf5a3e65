import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnitsDiscountQuantity } from './all-units-discount-quantity.ts';
import { cycleCost } from './cycle-cost.ts';
import { incrementalDiscountQuantity } from './incremental-discount-quantity.ts';
import { jointOrderCycle } from './joint-order-cycle.ts';
import { orderQuantityWithBackorders } from './order-quantity-with-backorders.ts';
import { cheapestOverBreaks, type PriceBreakInputs } from './price-breaks.ts';
import { productionQuantity } from './production-quantity.ts';

const none = { quantity: 0, region: -1, cost: 0 };
const stationery = { demand: 1300, orderCost: 8, holdingRate: 0.3, breakpoints: [0, 400, 800], pack: 0, minimum: 0 };
const bags = { demand: 600, orderCost: 8, holdingRate: 0.2, breakpoints: [0, 500, 1000], pack: 0, minimum: 0 };

describe('order quantities', () => {
  it('costs 68.43 a year to order 312 of 1300 at 8 an order and 0.225 a unit', () => {
    expect(cycleCost(312, { demand: 1300, orderCost: 8, holdingCost: 0.225 })).toBeCloseTo(68.43333333333334, 9);
  });

  it('orders 310.81 where demand may wait, and lets 4.3% of it wait (Snyder and Shen, example 3.8)', () => {
    const found = orderQuantityWithBackorders({ demand: 1300, orderCost: 8, holdingCost: 0.225, waitingCost: 5 });
    expect(found.quantity).toBeCloseTo(310.81255515896464, 9);
    expect(found.waitingShare).toBeCloseTo(0.0430622009569378, 12);
    expect(found.cost).toBeCloseTo(66.92136355097325, 9);
    expect(orderQuantityWithBackorders({ demand: 9, orderCost: 8, holdingCost: 1, waitingCost: 0 }).quantity).toBe(0);
  });

  it('makes runs of 171.27 when production is 110 for a demand of 80 (Snyder and Shen, problem 3.22)', () => {
    const inputs = { demand: 80, orderCost: 4, holdingCost: 0.08 };
    expect(productionQuantity({ ...inputs, productionRate: 110 }).quantity).toBeCloseTo(171.26976771553507, 9);
    expect(productionQuantity({ ...inputs, productionRate: 80 })).toEqual({ quantity: 0, cost: 0 });
  });

  it('takes 800 to get the last price for every unit (Snyder and Shen, example 3.5)', () => {
    const found = allUnitsDiscountQuantity({ ...stationery, unitCosts: [0.75, 0.72, 0.68] });
    expect(found).toMatchObject({ quantity: 800, region: 2 });
    expect(found.cost).toBeCloseTo(978.6, 9);
    expect(allUnitsDiscountQuantity({ ...stationery, demand: 0, unitCosts: [1, 1, 1] })).toEqual(none);
  });

  it('stays at 400 when the discount is only for the units above the break (Nahmias, chapter 4)', () => {
    const found = incrementalDiscountQuantity({ ...bags, unitCosts: [0.3, 0.29, 0.28] });
    expect(found).toMatchObject({ quantity: 400, region: 0 });
    expect(found.cost).toBeCloseTo(204, 9);
    expect(incrementalDiscountQuantity({ ...bags, orderCost: 0, unitCosts: [1, 1, 1] })).toEqual(none);
  });

  it('weighs the two packs around the best quantity of a price', () => {
    const asked: number[] = [];
    cheapestOverBreaks({ ...stationery, breakpoints: [0], unitCosts: [1], pack: 24 }, () => ({
      best: 304.05,
      costOf: (quantity) => asked.push(quantity),
    }));
    expect(asked).toEqual([288, 312]);
  });

  it('puts the second of three items on every third order (Snyder and Shen)', () => {
    const items = [
      { demand: 1, orderCost: 120, holdingCost: 160 },
      { demand: 1, orderCost: 840, holdingCost: 20 },
      { demand: 1, orderCost: 300, holdingCost: 50 },
    ];
    const found = jointOrderCycle(600, items);
    expect(found.multiples).toEqual([1, 3, 1]);
    expect(found.cycle).toBeCloseTo(3.103164454170876, 9);
    expect(jointOrderCycle(600, [...items, { demand: 0, orderCost: 5, holdingCost: 1 }])).toEqual({
      ...found,
      multiples: [1, 3, 1, 0],
      quantities: [...found.quantities, 0],
    });
    expect(jointOrderCycle(0, [{ demand: 1, orderCost: 0, holdingCost: 1 }])).toMatchObject({ cycle: 0, cost: 0 });
  });
});

const priceLists = fc
  .record({
    demand: fc.integer({ min: 1, max: 400 }),
    orderCost: fc.integer({ min: 1, max: 60 }),
    holdingRate: fc.constantFrom(0.1, 0.3, 1),
    widths: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    prices: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
    pack: fc.integer({ min: 1, max: 9 }),
    minimum: fc.integer({ min: 0, max: 30 }),
    most: fc.constantFrom(Infinity, Infinity, 0, 20, 45, 90),
  })
  .map(({ widths, prices, ...rest }): PriceBreakInputs => {
    const breakpoints = [0];
    for (const width of widths) breakpoints.push((breakpoints.at(-1) ?? 0) + width);
    return { ...rest, breakpoints, unitCosts: prices.slice(0, breakpoints.length) };
  });

/** Purchase cost of one order, unit by unit. */
function purchase(inputs: PriceBreakInputs, quantity: number, isIncremental: boolean): number {
  const priceOf = (unit: number) => inputs.unitCosts[inputs.breakpoints.findLastIndex((breakpoint) => breakpoint <= unit)] ?? 0;
  if (!isIncremental) return quantity * priceOf(quantity);
  let sum = 0;
  for (let unit = 0; unit < quantity; unit += 1) sum += priceOf(unit);
  return sum;
}

/** The least yearly cost over every whole number of packs. */
function leastCost(inputs: PriceBreakInputs, isIncremental: boolean): number {
  let least = Infinity;
  for (let quantity = inputs.pack; quantity <= 3000; quantity += inputs.pack) {
    if (quantity < inputs.minimum || quantity > (inputs.most ?? Infinity)) continue;
    const bought = purchase(inputs, quantity, isIncremental);
    const cost = ((bought + inputs.orderCost) * inputs.demand) / quantity + (inputs.holdingRate * bought) / 2;
    least = Math.min(least, cost);
  }
  return least;
}

describe('discounts in whole packs', () => {
  it.each([
    ['all units', false, allUnitsDiscountQuantity],
    ['incremental', true, incrementalDiscountQuantity],
  ] as const)(
    '%s: no whole number of packs from the minimum to the most is cheaper, also where prices rise',
    (_, isIncremental, find) => {
      fc.assert(
        fc.property(priceLists, (inputs) => {
          const found = find(inputs);
          const least = leastCost(inputs, isIncremental);
          expect(found.quantity % inputs.pack).toBe(0);
          expect(found.quantity).toBeLessThanOrEqual(inputs.most ?? Infinity);
          expect(found.quantity > 0).toBe(least < Infinity);
          if (found.quantity === 0) return;
          expect(found.quantity).toBeGreaterThanOrEqual(inputs.minimum);
          expect(found.cost).toBeCloseTo(least, 6);
        }),
      );
    },
  );
});
