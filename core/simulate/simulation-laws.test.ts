import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSetup, type ItemSetup, type SimulationLength } from './item/item-setup.ts';
import { baseStock, fillUp, noOrders, orderLots, orderQuantity, waitOf, type OrderRules } from './item/order-rules.ts';
import { measures } from './item/measures.ts';
import { runItem, type ItemOutcome } from './item/run-item.ts';
import { createNetworkState } from './network/network-state.ts';
import { cellAt, cellsPerRow } from './network/row-cells.ts';
import { runNetwork } from './network/run-network.ts';
import { simulateNetwork } from './network/simulate-network.ts';
import { treeLinks } from './network/supply-links.ts';
import { drawDemand, steadyDemand } from './sample/demand-path.ts';
import { fixedDemand, negativeBinomialDemand, poissonDemand } from './sample/demand-shape.ts';
import { fixedLeadTime, randomLeadTime } from './sample/lead-time.ts';
import { fillWords } from './random/random-stream.ts';

const periods = 120;
const length: SimulationLength = { periods, warmup: 20, replications: 5, seed: 3 };

const anyRules: fc.Arbitrary<OrderRules> = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([level, more, every, kind]) => {
    if (kind === 0) return fillUp(level, level + more, periods, every);
    return kind === 1 ? orderLots(level, more, periods, every) : baseStock(level + more, periods, every);
  });

const anySetup: fc.Arbitrary<ItemSetup> = fc
  .record({
    rules: anyRules,
    mean: fc.integer({ min: 1, max: 8 }),
    openingStock: fc.integer({ min: -10, max: 80 }),
    isLostSales: fc.boolean(),
    mayCross: fc.boolean(),
    receipts: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: periods, maxLength: periods }),
    site: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ mean, mayCross, receipts, site, openingStock, isLostSales, ...given }) =>
    plainSetup(
      {
        ...given,
        isLostSales,
        // What is lost never waited, so nobody waits at the start either.
        openingStock: isLostSales ? Math.max(0, openingStock) : openingStock,
        name: { item: 1, site },
        demand: steadyDemand(negativeBinomialDemand(mean, 2 * mean), periods),
        leadTime: randomLeadTime({ '2': 0.5, '3': 0.25, '9': 0.25 }, periods, mayCross),
        receipts: Float64Array.from(receipts),
        seen: Float64Array.from(receipts, (quantity) => Math.max(0, quantity)),
      },
      periods,
    ),
  );

const sumOf = (column: ArrayLike<number>): number => Array.from(column).reduce((sum, value) => sum + value, 0);

function baseStockItem(level: number, site: number, mayCross = true): ItemSetup {
  return plainSetup(
    {
      name: { item: 1, site },
      demand: steadyDemand(poissonDemand(4), periods),
      leadTime: randomLeadTime({ '2': 0.5, '6': 0.5 }, periods, mayCross),
      rules: baseStock(level, periods),
      openingStock: level,
    },
    periods,
  );
}

describe('orderQuantity', () => {
  it('SIM-8 fills up, orders lots, and orders nothing above the level to order up to', () => {
    expect(orderQuantity(fillUp(20, 50, 1), 0, 19, 0)).toBe(31);
    expect(orderQuantity(fillUp(20, 50, 1), 0, 20, 0)).toBe(30);
    expect(orderQuantity({ ...fillUp(20, 50, 1), isInclusive: false }, 0, 20, 0)).toBe(0);
    expect(orderQuantity(fillUp(70, 50, 1), 0, 60, 0)).toBe(0);
    expect(orderQuantity({ ...fillUp(50, 50, 1), lot: 12, minimum: 10 }, 0, 45, 0)).toBe(12);
    const lots = orderLots(30, 36, 1);
    expect([30, -6, -7].map((position) => orderQuantity(lots, 0, position, 0))).toEqual([36, 72, 72]);
  });

  it('SIM-14 is wanted as late as the position lasts, where later days take no orders', () => {
    const rules = {
      ...fillUp(40, 0, 1),
      mostWait: 2,
      neededBy: Float64Array.of(20, 30, 40),
      orderUpTo: Float64Array.of(50, 60, 70),
    };
    expect([19, 20, 35, 40].map((position) => waitOf(rules, 0, position))).toEqual([0, 1, 2, 2]);
    expect(orderQuantity(rules, 0, 35, 2)).toBe(35);
  });
});

describe('one item-location', () => {
  it('SIM-9 loses and makes no stock: net stock changes by what is received less what leaves and is asked for', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { figures } = runItem(setup, length);
        for (let replication = 0; replication < length.replications; replication += 1) {
          const at = (measure: keyof typeof figures) => figures[measure][replication] ?? NaN;
          expect(at('startNet') + at('received') - at('left') - (at('demand') - at('lost'))).toBe(at('endNet'));
          expect(at('filled') + at('lost')).toBeLessThanOrEqual(at('demand'));
          if (setup.isLostSales) expect(at('filled') + at('lost')).toBe(at('demand'));
          else expect(at('lost')).toBe(0);
          expect(at('servedCycles')).toBeLessThanOrEqual(at('cycles'));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('SIM-1 gives the same figures for the same seed, and other ones for another', () => {
    const setup = baseStockItem(30, 4);
    expect(runItem(setup, length)).toEqual(runItem(setup, length));
    expect(runItem(setup, { ...length, seed: 4 }).figures.demand).not.toEqual(runItem(setup, length).figures.demand);
  });

  it('SIM-2 never fills less with a higher base stock under the same random numbers, replication by replication', () => {
    for (const mayCross of [true, false]) {
      let last: Float64Array = new Float64Array(length.replications);
      for (const level of [10, 20, 21, 25, 30, 60]) {
        const { filled } = runItem(baseStockItem(level, 4, mayCross), length).figures;
        filled.forEach((quantity, replication) => expect(quantity).toBeGreaterThanOrEqual(last[replication] ?? 0));
        last = filled;
      }
    }
  });

  it('SIM-7 lets orders overtake each other or not', () => {
    const setup = (mayCross: boolean) => ({
      ...plainSetup(
        {
          demand: steadyDemand(fixedDemand(1), 8),
          leadTime: { base: Int32Array.of(5, 1, 1, 1, 1, 1, 1, 1), extra: undefined, mayCross },
          rules: baseStock(1, 8),
          openingStock: 1,
        },
        8,
      ),
    });
    const oneRun = { periods: 8, warmup: 0, replications: 1, seed: 1 };
    // The first order takes five periods; behind it all others wait for it where they may not overtake.
    expect(runItem(setup(true), oneRun).shortShare).toEqual(Float64Array.of(0, 1, 1, 1, 1, 0, 0, 0));
    expect(runItem(setup(false), oneRun).shortShare).toEqual(Float64Array.of(0, 1, 1, 1, 1, 0, 0, 0));
    expect(runItem(setup(true), oneRun).figures.backorders[0]).toBe(4);
    expect(runItem(setup(false), oneRun).figures.backorders[0]).toBe(1 + 2 + 3 + 4);
  });

  it('SIM-8 uses up an opening stock above the level to order up to, and then orders as ever', () => {
    const long = { ...length, warmup: 60 };
    const plenty = { ...baseStockItem(30, 4), openingStock: 100 };
    expect(runItem(plenty, long).figures.filled).toEqual(runItem(baseStockItem(30, 4), long).figures.filled);
  });

  it('SIM-13 gives the probability of a stock-out on each day of a plan with given receipts', () => {
    // Stock 3 and Poisson demand of 2 a day; 4 more arrive on the third day.
    const receipts = Float64Array.of(0, 0, 4, 0);
    const setup = plainSetup(
      {
        demand: steadyDemand(poissonDemand(2), 4),
        leadTime: fixedLeadTime(1, 4),
        rules: noOrders(4),
        openingStock: 3,
        receipts,
      },
      4,
    );
    const replications = 20_000;
    const { shortShare } = runItem(setup, { periods: 4, warmup: 0, replications, seed: 1 });
    // P(D1 > 3); later days need positive demand beyond what is left: P(sum > stock) less P(no demand on the day, short before).
    const poisson = (mean: number, most: number) => {
      let term = Math.exp(-mean);
      let sum = term;
      for (let count = 1; count <= most; count += 1) sum += term *= mean / count;
      return sum;
    };
    const shortAfter = (days: number, stock: number) => 1 - poisson(2 * days, stock);
    const nothingAsked = Math.exp(-2);
    const exact = [
      shortAfter(1, 3),
      shortAfter(2, 3) - nothingAsked * shortAfter(1, 3),
      shortAfter(3, 7) - nothingAsked * shortAfter(2, 7),
      shortAfter(4, 7) - nothingAsked * shortAfter(3, 7),
    ];
    exact.forEach((share, day) => {
      const allowed = 4 * Math.sqrt((share * (1 - share)) / replications);
      expect(Math.abs((shortShare[day] ?? 0) - share), `day ${day}: ${shortShare[day]} for ${share}`).toBeLessThan(allowed);
    });
  });
});

describe('networks', () => {
  const retailers = [baseStockItem(25, 1), baseStockItem(26, 2)];
  const warehouse = { ...baseStockItem(50, 3), demand: steadyDemand(fixedDemand(0), periods) };

  it('SIM-6 run a single row exactly as one item-location', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        // A second row that does nothing sends the first through the network.
        const idle = {
          ...setup,
          demand: steadyDemand(fixedDemand(0), periods),
          rules: noOrders(periods),
          name: { item: 2, site: 0 },
        };
        const [found] = runNetwork([setup, { ...idle, openingStock: 0 }], treeLinks([-1, 0]), length);
        const expected = runItem(setup, length);
        expect(found?.figures).toEqual(expected.figures);
        expect(found?.shortShare).toEqual(expected.shortShare);
      }),
      { numRuns: 50 },
    );
  });

  it('SIM-2 leave an item-location as it is when another that shares nothing with it is changed', () => {
    const before = runNetwork(retailers, treeLinks([-1, -1]), length);
    const changed = { ...baseStockItem(9, 2), demand: steadyDemand(poissonDemand(9), periods) };
    const after = runNetwork([baseStockItem(25, 1), changed], treeLinks([-1, -1]), length);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
  });

  it('SIM-2 keep the demand of a retailer when its neighbour is changed, though they share a warehouse', () => {
    const demandOf = (outcomes: readonly ItemOutcome[]) => outcomes[0]?.figures.demand;
    const before = runNetwork([...retailers, warehouse], treeLinks([2, 2, -1]), length);
    const after = runNetwork([baseStockItem(25, 1), baseStockItem(90, 2), warehouse], treeLinks([2, 2, -1]), length);
    expect(demandOf(after)).toEqual(demandOf(before));
  });

  it('SIM-9 lose and make no stock on the way, whoever waits for whom', () => {
    fc.assert(
      fc.property(fc.array(anySetup, { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), (setups, perUnit) => {
        // Two rows take from the third as a transfer; it is made of the fourth, `perUnit` of it for each.
        const links = { ...treeLinks([2, 2, 3, -1]), isWhole: Uint8Array.of(0, 0, 1, 0) };
        links.partPerUnit[2] = perUnit;
        const state = createNetworkState(setups, links, { periods, warmup: 0, seed: 3 });
        const words = new Uint32Array(periods);
        setups.forEach((setup, row) => {
          fillWords({ ...setup.name, seed: row }, 0, 'demand', words);
          drawDemand(setup.demand, words, state.demand.subarray(row * periods, (row + 1) * periods));
        });
        simulateNetwork(state);
        const cell = (row: number, at: number) => state.cells[row * cellsPerRow + at] ?? NaN;
        setups.forEach((_, row) => {
          const at = (measure: (typeof measures)[number]) => cell(row, measures.indexOf(measure));
          const given = at('asked') - cell(row, cellAt.asked);
          expect(at('startNet') + at('received') - at('left') - (at('demand') - at('lost')) - given).toBe(at('endNet'));
          // What a retailer has got and what is on its way was given by the warehouse, or arrived from outside.
          expect(at('sent')).toBeLessThanOrEqual(at('asked'));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('SIM-10 send what there is first to those who asked first, then by row', () => {
    const days = 6;
    const rowOf = (site: number, wanted: readonly number[], stock: number, rules: OrderRules) =>
      plainSetup(
        {
          name: { item: 1, site },
          demand: { ends: [days], shapes: [fixedDemand(0)], certain: Float64Array.from(wanted) },
          leadTime: fixedLeadTime(1, days),
          rules,
          openingStock: stock,
        },
        days,
      );
    const arrival = Float64Array.of(0, 0, 0, 4, 0, 0);
    const source = { ...rowOf(3, [0, 0, 0, 0, 0, 0], 5, noOrders(days)), receipts: arrival };
    const outcomes = runNetwork(
      [rowOf(1, [4, 0, 3, 0, 0, 0], 4, baseStock(4, days)), rowOf(2, [4, 0, 0, 0, 0, 0], 4, baseStock(4, days)), source],
      treeLinks([2, 2, -1]),
      { periods: days, warmup: 0, replications: 1, seed: 1 },
    );
    // Day 0: both ask for 4 of 5; the second gets 1 and waits for 3. Day 2: the first asks for 3. Day 3: 4 arrive, of which the
    // second gets its 3 and the first 1; 2 are still waited for.
    expect(outcomes[0]?.figures.received[0]).toBe(5);
    expect(outcomes[1]?.figures.received[0]).toBe(4);
    expect(outcomes[2]?.figures.waiting[0]).toBe(3 + 3 + 6 + 2 + 2 + 2);
    expect(outcomes[2]?.figures.sent[0]).toBe(5);
    // One unit in transit at the end of day 0 to each … 4 and 1, and 1 and 3 on day 3.
    expect(sumOf(outcomes.map(({ figures }) => figures.inTransit[0] ?? 0))).toBe(5 + 4);
  });

  it('SIM-11 make an order only when all its parts are there', () => {
    const days = 5;
    const part = (site: number, stock: number, receipts: Float64Array) =>
      plainSetup(
        {
          name: { item: 2, site },
          demand: steadyDemand(fixedDemand(0), days),
          leadTime: fixedLeadTime(1, days),
          rules: noOrders(days),
          openingStock: stock,
          receipts,
        },
        days,
      );
    const made = plainSetup(
      {
        demand: { ends: [days], shapes: [fixedDemand(0)], certain: Float64Array.of(3, 0, 0, 0, 0) },
        leadTime: fixedLeadTime(1, days),
        rules: baseStock(3, days),
        openingStock: 3,
      },
      days,
    );
    const links = {
      ...treeLinks([-1, -1, -1]),
      partStart: Uint32Array.of(0, 2, 2, 2),
      partRow: Uint32Array.of(1, 2),
      partPerUnit: Float64Array.of(2, 1),
      isWhole: Uint8Array.of(1, 0, 0),
    };
    const [product, first, second] = runNetwork(
      [made, part(1, 6, new Float64Array(days)), part(2, 1, Float64Array.of(0, 0, 2, 0, 0))],
      links,
      { periods: days, warmup: 0, replications: 1, seed: 1 },
    );
    // Three are ordered on day 0; the second part is complete on day 2, so they are made on day 3.
    expect(product?.figures.received[0]).toBe(3);
    expect(product?.figures.onHand[0]).toBe(3 + 3);
    expect(first?.figures.asked[0]).toBe(6);
    expect(second?.figures.waiting[0]).toBe(2 + 2);
  });

  it('SIM-12 hand unserved demand over to the heir from its day on', () => {
    const days = 4;
    const rowOf = (site: number, wanted: number, stock: number) =>
      plainSetup(
        {
          name: { item: site, site: 0 },
          demand: steadyDemand(fixedDemand(wanted), days),
          leadTime: fixedLeadTime(1, days),
          rules: noOrders(days),
          openingStock: stock,
        },
        days,
      );
    const links = { ...treeLinks([-1, -1]), heir: Int32Array.of(1, -1), heirFrom: Int32Array.of(2, 0) };
    const [old, heir] = runNetwork([rowOf(1, 2, 1), rowOf(2, 0, 10)], links, {
      periods: days,
      warmup: 0,
      replications: 1,
      seed: 1,
    });
    expect(old?.figures.demand[0]).toBe(4);
    expect(old?.figures.filled[0]).toBe(1);
    expect(heir?.figures.demand[0]).toBe(4);
    expect(heir?.figures.filled[0]).toBe(4);
  });
});
