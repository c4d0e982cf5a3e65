import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, lotRules, planMethods } from '#core/frame/codes.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { orderPrices, priceOf, raisedOrder, yearlyCost } from './order-prices.ts';
import { proposalAt, type Proposal } from './proposal-at.ts';
import type { ProposalColumns } from './proposal-columns.ts';
import { proposeParameters } from './propose-parameters.ts';
import { readPolicyInputs } from './read-policy-inputs.ts';
import { adoptProposals, grainsOf } from './testing/adopt-proposals.ts';
import { planPackage, weeklySales, type PlannedPackage } from './testing/plan-package.ts';

const costs = { order_cost: 40, holding_rate: 0.2 } as const;
const lot = { method: 'time_phased', ...costs } as const;

/** One item at a mean of 10 a week, bought at `cost`. */
async function planOne(
  policy: Partial<PackageRow<'policies'>>,
  lane: Partial<PackageRow<'lanes'>> = {},
  tables: MemoryTables = {},
): Promise<PlannedPackage> {
  return planPackage({
    items: [{ item_id: 'P', cost: 4, price: 9 }],
    demand_history: weeklySales('P', 10, 4),
    lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 14, ...lane }],
    policies: [{ ...policy, item_id: 'P', site_id: 'S' }],
    ...tables,
  });
}

function columnsOf({ frame: base, forecast, result }: PlannedPackage, frame = base): ProposalColumns {
  const inputs = readPolicyInputs(frame, forecast, result);
  const columns = proposeParameters({ base, frame, forecast, result, inputs, laneTimes: undefined });
  const rows = Array.from({ length: columns.length }, (_, row) => row);
  const kept = rows.filter((row) => proposalAt(columns, row).kind === 'order_quantity');
  const views = Object.entries(columns.views).map(([name, column]) => [name, column.map((_, at) => column[kept[at] ?? 0] ?? 0)]);
  return { length: kept.length, views: Object.fromEntries(views) as ProposalColumns['views'] }; // the same columns, fewer rows
}

function proposalsOf(planned: PlannedPackage, frame = planned.frame): readonly Proposal[] {
  const columns = columnsOf(planned, frame);
  return Array.from({ length: columns.length }, (_, row) => proposalAt(columns, row));
}

/** A year of purchase, orders and holding at the price that a quantity reaches, added up by itself. */
function costOfYear(daily: number, breaks: readonly (readonly [number, number])[], quantity: number): number {
  const [, unit] = breaks.filter(([least]) => least <= quantity).at(-1) ?? [0, NaN];
  const orders = (daily * 365) / quantity;
  return unit * daily * 365 + orders * costs.order_cost + (quantity / 2) * unit * costs.holding_rate;
}

describe('costs of an order quantity', () => {
  const prices = { breakpoints: [0, 120], unitCosts: [10, 9] };
  const terms = { dailyDemand: 3, orderCost: 20, holdingRate: 0.2, pack: 1 };

  it('POL-66 are purchase, orders and half an order held, at the price the quantity reaches', () => {
    expect(yearlyCost(100, prices, terms)).toBe(10_950 + 219 + 100);
    expect([0, 119.9, 120, 500].map((quantity) => priceOf(prices, quantity))).toEqual([10, 10, 9, 9]);
  });

  it('POL-66 raise an order to a break as the plan does, and not above the maximum', () => {
    expect(raisedOrder(100, prices, terms, Infinity)).toBe(120);
    expect(raisedOrder(100, prices, { ...terms, pack: 50 }, Infinity)).toBe(150);
    expect(raisedOrder(100, prices, terms, 110)).toBe(100);
    expect(raisedOrder(100, { breakpoints: [0, 3000], unitCosts: [10, 9.9] }, terms, Infinity)).toBe(100);
  });

  it('POL-66 follow from the prices of the lane', async () => {
    const { frame } = await planOne(
      lot,
      { unit_cost: 5 },
      { price_breaks: [{ item_id: 'P', supplier_id: 'V', min_qty: 50, unit_cost: 4.5 }] },
    );
    expect(orderPrices(frame, 0, 0)).toEqual({ breakpoints: [0, 50], unitCosts: [5, 4.5] });
  });
});

describe('order quantities that no longer fit', () => {
  it('POL-66 are the economic order instead of the order of a week, by the minimum of the lane', async () => {
    const planned = await planOne(lot);
    const [proposal, ...others] = proposalsOf(planned);
    const daily = (proposal?.figures['annualDemand'] ?? NaN) / 365;
    const economic = Math.sqrt((2 * 40 * daily * 365) / (0.2 * 4));
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({ field: 'moq', lane: 0, current: 0, weeks: 52 });
    expect(Math.abs((proposal?.proposed ?? NaN) - economic)).toBeLessThan(1);
    expect(proposal?.figures).toMatchObject({ orderCost: 40, holdingRate: 0.2, unitPrice: 4, orderNow: Math.ceil(7 * daily) });
    const { orderNow = NaN, saving } = proposal?.figures ?? {};
    const wanted = proposal?.proposed ?? NaN;
    expect(saving).toBeCloseTo(costOfYear(daily, [[0, 4]], orderNow) - costOfYear(daily, [[0, 4]], wanted), 9);
    expect(proposal?.score).toBe(saving);
    expect(proposal?.stockValueChange).toBeCloseTo(((wanted - orderNow) / 2) * 4, 9);
  });

  it('POL-66 leave to the plan the break it raises orders to, and go on from there in whole packs', async () => {
    const breaks = [{ item_id: 'P', supplier_id: 'V', min_qty: 390, unit_cost: 3.2 }];
    const [proposal] = proposalsOf(await planOne({ ...lot, order_cost: 4 }, { multiple: 24 }, { price_breaks: breaks }));
    // The plan raises each order to the break by itself (PLN-31).
    expect(proposal).toBeUndefined();
    const dear = { ...lot, order_cost: 80 };
    const near = [{ item_id: 'P', supplier_id: 'V', min_qty: 100, unit_cost: 3.9 }];
    const [below] = proposalsOf(await planOne(dear, { multiple: 24 }, { price_breaks: near }));
    expect(below?.figures).toMatchObject({ orderNow: 120, unitPrice: 3.9 });
    expect((below?.proposed ?? 1) % 24).toBe(0);
  });

  it('POL-67 are the maximum where that sets the order: a fixed lot, and levels without a target', async () => {
    const [fixed] = proposalsOf(await planOne({ ...lot, lot_rule: 'fixed', max_qty: 500 }));
    const [small] = proposalsOf(await planOne(lot));
    expect(fixed).toMatchObject({ field: 'max_qty', current: 500, proposed: small?.proposed });
    expect(fixed?.stockValueChange).toBeLessThan(0);
    const [levels] = proposalsOf(await planOne({ ...lot, method: 'min_max', min_qty: 30, max_qty: 40 }));
    expect(levels).toMatchObject({ field: 'max_qty', current: 40, proposed: 30 + (small?.proposed ?? NaN) });
    expect(proposalsOf(await planOne({ ...lot, method: 'min_max', min_qty: 30, max_qty: 40, service_target: 0.95 }))).toEqual([]);
  });

  it('POL-66 and POL-67 are none without costs, under a rule that weighs them, or below what has to be ordered', async () => {
    expect(proposalsOf(await planOne({ method: 'time_phased' }))).toEqual([]);
    expect(proposalsOf(await planOne({ ...lot, lot_rule: 'eoq' }))).toEqual([]);
    expect(proposalsOf(await planOne({ ...lot, method: 'periodic', max_qty: 60 }))).toEqual([]);
    expect(proposalsOf(await planOne(lot, { moq: 400 }))).toEqual([]);
    expect(proposalsOf(await planOne(lot, { max_qty: 10 }))).toEqual([]);
    expect(proposalsOf(await planOne(lot, { kind: 'make', source_id: '' }))).toEqual([]);
  });

  it('POL-66 are at most what sells before it expires, and a year of demand', async () => {
    const items = [{ item_id: 'P', cost: 4, price: 9, shelf_life_days: 60 }];
    const [proposal] = proposalsOf(await planOne(lot, {}, { items }));
    const daily = (proposal?.figures['annualDemand'] ?? NaN) / 365;
    expect(proposal?.proposed).toBe(Math.floor(60 * daily));
    const [dear] = proposalsOf(await planOne({ ...lot, order_cost: 4000 }));
    expect(dear?.proposed).toBe(Math.floor(dear?.figures['annualDemand'] ?? NaN));
  });

  it('POL-67 go back to the minimum of the package, not below it', async () => {
    const planned = await planOne(lot, { moq: 120 });
    const raised: Frame = { ...planned.frame, laneMoq: planned.frame.laneMoq.map(() => grainsOf(planned.frame, 0, 900)) };
    const [proposal] = proposalsOf(planned, raised);
    expect(proposal).toMatchObject({ field: 'moq', current: 900 });
    expect(proposal?.proposed).toBeGreaterThanOrEqual(120);
    expect(proposal?.stockValueChange).toBeLessThan(0);
  });

  it('POL-67 are what the plan then orders', async () => {
    const planned = await planOne({ ...lot, service_target: 0.95 }, { multiple: 6 });
    const adopted = adoptProposals(planned.frame, columnsOf(planned));
    const { proposed = NaN } = proposalsOf(planned)[0] ?? {};
    const { result } = planFrame(adopted);
    expect(result.orderQty.length).toBeGreaterThan(0);
    expect(new Set(result.orderQty)).toEqual(new Set([grainsOf(adopted, 0, proposed)]));
  });

  it('POL-66 never cost more than the present ones, by the costs added up again, and are proposed once', async () => {
    const breaks = [50, 150, 400].map((min_qty, at) => ({
      item_id: 'P',
      supplier_id: 'V',
      min_qty,
      unit_cost: 4 - 0.1 * (at + 1),
    }));
    const planned = await planOne(lot, {}, { price_breaks: breaks });
    const list = [[0, 4] as const, ...breaks.map(({ min_qty, unit_cost }) => [min_qty, unit_cost] as const)];
    const typed = fc.record({
      method: fc.constantFrom('time_phased', 'reorder_point', 'min_max', 'periodic'),
      rule: fc.constantFrom('lot_for_lot', 'fixed', 'periods', 'eoq'),
      min: fc.integer({ min: 0, max: 100 }),
      max: fc.constantFrom(0, 0, 60, 150, 700),
      moq: fc.constantFrom(0, 0, 30, 250),
      multiple: fc.constantFrom(0, 0, 5, 24),
      most: fc.constantFrom(0, 0, 90),
      review: fc.constantFrom(0, 7, 28),
    });
    let count = 0;
    fc.assert(
      fc.property(typed, ({ method, rule, min, max, moq, multiple, most, review }) => {
        const { frame } = planned;
        const grains = (units: number) => Float64Array.of(grainsOf(frame, 0, units));
        const changed: Frame = {
          ...frame,
          nodeMethod: Uint8Array.of(codeOf(planMethods, method)),
          nodeLotRule: Uint8Array.of(codeOf(lotRules, rule)),
          nodeLotPeriods: frame.nodeLotPeriods.map(() => 10),
          nodeMinQty: grains(min),
          nodeMaxQty: grains(max === 0 ? 0 : min + max),
          laneMoq: grains(moq),
          laneMultiple: grains(multiple),
          laneMaxQty: grains(most),
          laneReviewDays: frame.laneReviewDays.map(() => review),
        };
        const own = { ...planned, frame: changed };
        const columns = columnsOf(own);
        for (let row = 0; row < columns.length; row += 1) {
          const { figures, field, proposed, current } = proposalAt(columns, row);
          const { annualDemand = NaN, orderNow = NaN, saving = NaN } = figures;
          const order = field === 'moq' || method === 'time_phased' || method === 'periodic' ? proposed : proposed - min;
          const [before, after] = [orderNow, order].map((quantity) => costOfYear(annualDemand / 365, list, quantity));
          expect((before ?? NaN) - (after ?? NaN)).toBeCloseTo(saving, 6);
          expect(saving).toBeGreaterThanOrEqual(50);
          expect(order).toBeGreaterThanOrEqual(moq);
          expect([proposed === current, multiple > 0 ? order % multiple : 0]).toEqual([false, 0]);
          if (most > 0) expect(order).toBeLessThanOrEqual(most);
          count += 1;
        }
        expect(columnsOf(own, adoptProposals(changed, columns)).length).toBe(0);
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(20);
  });
});
