import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notSet } from '#core/frame/frame-layout.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import { planFrame, planCase, type PlannedCase } from '#core/plan/testing/plan-case.ts';
import { movesAsFirmOrders } from './moves-as-firm-orders.ts';
import { proposeMoves } from './propose-moves.ts';
import type { ProposedMove } from './proposed-move.ts';

const planDay = 20458; // Monday 2026-01-05
const manifest = { planDay, horizonDays: 35, currency: 'EUR' };
const piece = 1000;

type Lane = NonNullable<MemoryTables['lanes']> extends Iterable<infer Row> ? Row : never;
type Policy = NonNullable<MemoryTables['policies']> extends Iterable<infer Row> ? Row : never;

interface Company {
  /** Pieces in stock per site. */
  readonly stock: Readonly<Record<string, number>>;
  /** Pieces due per site and day. */
  readonly demand: readonly (readonly [site: string, day: number, qty: number])[];
  readonly lanes?: readonly Lane[];
  readonly policies?: readonly Policy[];
  readonly companyOfB?: string;
}

const buyAtHub = { item_id: 'P', site_id: 'HUB', kind: 'buy', source_id: 'S', lead_time_days: 10, unit_cost: 5 } as const;
const fromHub = (site: string, more: Lane = {}): Lane => ({
  ...{ item_id: 'P', site_id: site, kind: 'transfer', source_id: 'HUB', lead_time_days: 2, unit_cost: 1 },
  ...more,
});

/** A hub that buys, and the branches A and B it supplies. */
function companyOf({ stock, demand, lanes, policies = [], companyOfB = 'C1' }: Company): MemoryTables {
  return {
    companies: [{ company_id: 'C1' }, { company_id: 'C2' }],
    sites: ['A', 'B', 'HUB'].map((site_id) => ({ site_id, company_id: site_id === 'B' ? companyOfB : 'C1' })),
    items: [{ item_id: 'P', cost: 5, price: 9 }],
    suppliers: [{ supplier_id: 'S' }],
    stock: Object.entries(stock).map(([site_id, qty]) => ({ item_id: 'P', site_id, qty, status: 'available' })),
    demand_open: demand.map(([site_id, day, qty], index) => ({
      ...{ order_id: `SO${index}`, item_id: 'P', site_id, due_date: planDay + day, qty },
    })),
    lanes: lanes ?? [buyAtHub, fromHub('A'), fromHub('B')],
    policies,
  };
}

async function planned(company: Company): Promise<{ plan: PlannedCase; moves: readonly ProposedMove[] }> {
  const plan = await planCase(createMemoryPackage(manifest, companyOf(company)));
  return { plan, moves: proposeMoves(plan.frame, plan.result) };
}

/** Moves as giver, taker, pieces, days after the plan day, money. */
function readable({ nameOf }: PlannedCase, moves: readonly ProposedMove[]): readonly unknown[] {
  return moves.map(({ fromNode, toNode, grains, shipDay, receiptDay, cost, benefit }) => [
    `${nameOf(fromNode)} to ${nameOf(toNode)}`,
    grains / piece,
    shipDay - planDay,
    receiptDay - planDay,
    cost,
    benefit,
  ]);
}

function replanned({ frame }: PlannedCase, moves: readonly ProposedMove[]): PlannedCase {
  return planFrame(frame, { ...noChanges, firmOrders: movesAsFirmOrders(frame, moves) });
}

/** Pieces the plan buys. */
function bought({ result }: PlannedCase): number {
  return result.orderKind.reduce((sum, kind, row) => sum + (kind === 0 ? (result.orderQty[row] ?? 0) / piece : 0), 0);
}

describe('proposeMoves', () => {
  it('REB-8 covers branch A with the excess of branch B before the hub buys for it', async () => {
    const { plan, moves } = await planned({ stock: { B: 50 }, demand: [['A', 20, 30]] });
    expect(bought(plan)).toBe(30);
    expect(readable(plan, moves)).toEqual([['P@B to P@A', 30, 18, 20, 30, 150]]);
    expect(moves.map(({ replacedOrder }) => plan.nameOf(plan.result.orderNode[replacedOrder] ?? 0))).toEqual(['P@A']);
    expect(bought(replanned(plan, moves))).toBe(0);
  });

  it('REB-2 proposes nothing where the way costs as much as the purchase it spares', async () => {
    const lanes = [buyAtHub, fromHub('A', { unit_cost: 5 }), fromHub('B')];
    const { moves } = await planned({ stock: { B: 50 }, demand: [['A', 20, 30]], lanes });
    expect(moves).toEqual([]);
  });

  it('REB-7 leaves the donor what it needs itself, its safety stock, its point and its maximum', async () => {
    const demand = [
      ['A', 20, 60],
      ['B', 30, 15],
    ] as const;
    const policies = (more: Policy): readonly Policy[] => [{ item_id: 'P', site_id: 'B', ...more }];
    async function gives(policy: Policy): Promise<readonly number[]> {
      const { moves } = await planned({ stock: { B: 50 }, demand, policies: policies(policy) });
      return moves.map(({ grains }) => grains / piece);
    }
    expect(await gives({ method: 'time_phased', safety_stock: 10 })).toEqual([25]);
    expect(await gives({ method: 'min_max', min_qty: 10, max_qty: 40 })).toEqual([10]);
    expect(await gives({ method: 'reorder_point', min_qty: 10 })).toEqual([24]);
    expect(await gives({ method: 'periodic', min_qty: 12, max_qty: 20 })).toEqual([23]);
  });

  it('REB-10 counts the price of a demand that is short besides the purchase, and ships at once', async () => {
    const { plan, moves } = await planned({ stock: { B: 50 }, demand: [['A', 3, 10]] });
    expect(readable(plan, moves)).toEqual([['P@B to P@A', 10, 1, 3, 10, 140]]);
    const late = await planned({ stock: { B: 50 }, demand: [['A', 0, 10]] });
    expect(readable(late.plan, late.moves)).toEqual([['P@B to P@A', 10, 0, 2, 10, 140]]);
  });

  it('REB-9 counts a purchase once, however many transfers ask for it', async () => {
    const { plan, moves } = await planned({
      stock: { B: 90, HUB: 25 },
      demand: [
        ['A', 20, 30],
        ['A', 25, 10],
      ],
    });
    expect(bought(plan)).toBe(15);
    expect(readable(plan, moves)).toEqual([['P@B to P@A', 30, 18, 20, 30, 75]]);
  });

  it('REB-8 moves between companies only over a lane of their own', async () => {
    const company: Company = { stock: { B: 50 }, demand: [['A', 20, 30]], companyOfB: 'C2' };
    expect((await planned(company)).moves).toEqual([]);
    const lanes = [buyAtHub, fromHub('A'), fromHub('A', { source_id: 'B', priority: 2, unit_cost: 2, lead_time_days: 5 })];
    const { plan, moves } = await planned({ ...company, lanes });
    expect(readable(plan, moves)).toEqual([['P@B to P@A', 30, 15, 20, 60, 150]]);
  });

  it('REB-11 replaces whole lines of a branch that fills up to a maximum', async () => {
    const policies: readonly Policy[] = [{ item_id: 'P', site_id: 'A', method: 'min_max', min_qty: 5, max_qty: 40 }];
    const at = (stock: number) => planned({ stock: { A: 10, B: stock }, demand: [['A', 1, 10]], policies });
    expect((await at(39)).moves).toEqual([]);
    const { plan, moves } = await at(60);
    expect(moves.map(({ grains }) => grains / piece)).toEqual([40]);
    expect(bought(replanned(plan, moves))).toBe(0);
  });

  it('REB-11 replaces a part of a line only where the rest stays at its minimum', async () => {
    const lanes = [buyAtHub, fromHub('A', { source_id: 'S', kind: 'buy', moq: 20 }), fromHub('A', { priority: 2 }), fromHub('B')];
    const at = (stock: number) => planned({ stock: { B: stock }, demand: [['A', 20, 30]], lanes });
    expect((await at(25)).moves.map(({ grains }) => grains / piece)).toEqual([]);
    const cheap = lanes.map((lane) => (lane.kind === 'buy' && lane.site_id === 'A' ? { ...lane, unit_cost: 4 } : lane));
    const { plan, moves } = await planned({ stock: { B: 25 }, demand: [['A', 20, 30]], lanes: cheap });
    expect(moves.map(({ grains }) => grains / piece)).toEqual([10]);
    expect(bought(replanned(plan, moves))).toBe(20);
  });

  it('REB-13 names a firm order after what is moved, each once', async () => {
    const { plan, moves } = await planned({ stock: { B: 50 }, demand: [['A', 20, 30]] });
    expect(movesAsFirmOrders(plan.frame, [...moves, ...moves], 'agreed')).toMatchObject([
      {
        ...{ id: 'move:P:B:A:20476:20478', kind: 'transfer', itemId: 'P', siteId: 'A', sourceId: 'B', qty: 30, reason: 'agreed' },
        ...{ orderDay: planDay + 18, shipDay: planDay + 18, receiptDay: planDay + 20, proposedQty: null, origin: 'override' },
      },
      { id: 'move:P:B:A:20476:20478:2' },
    ]);
  });
});

const whole = (max: number) => fc.integer({ min: 0, max });
const demands = fc.array(
  fc.tuple(fc.constantFrom('A', 'B', 'HUB'), fc.integer({ min: -2, max: 36 }), fc.integer({ min: 1, max: 30 })),
  { maxLength: 10 },
);
const methods = ['time_phased', 'min_max', 'reorder_point', 'periodic', 'make_to_order', 'none'] as const;
const anyPolicy = (methodsOf: fc.Arbitrary<(typeof methods)[number]>) =>
  fc
    .record({ method: methodsOf, safety: whole(8), min: whole(12), filled: whole(30), service: fc.boolean(), days: whole(4) })
    .map(({ method, safety, min, filled, days }): Policy => ({
      ...{ item_id: 'P', method, safety_stock: safety, safety_days: days },
      ...(method === 'time_phased' || method === 'make_to_order'
        ? {}
        : { min_qty: min, max_qty: filled === 0 ? 0 : min + filled }),
    }));

/** Two branches and a hub that orders as much as it needs; a branch may buy itself and have a way to the other. */
const companies = fc
  .record({
    stock: fc.record({ A: whole(80), B: whole(80), HUB: whole(40) }),
    demand: demands,
    policyA: anyPolicy(fc.constantFrom(...methods)),
    policyB: anyPolicy(fc.constantFrom(...methods)),
    policyHub: anyPolicy(fc.constant('time_phased')),
    multiple: fc.constantFrom(0, 1, 6),
    moq: fc.constantFrom(0, 0, 8),
    lead: whole(6),
    basis: fc.constantFrom('calendar' as const, 'working' as const),
    unitCost: whole(6),
    buysItself: fc.boolean(),
    wayFrom: fc.constantFrom(null, 'B', 'HUB'),
    openDays: fc.constantFrom(null, 'WEEK'),
    hasHub: fc.boolean(),
  })
  .map((draw): MemoryTables => {
    const terms = { multiple: draw.multiple, moq: draw.moq, lead_time_basis: draw.basis, calendar_id: draw.openDays } as const;
    const buyAtA = {
      ...terms,
      item_id: 'P',
      site_id: 'A',
      kind: 'buy',
      source_id: 'S',
      lead_time_days: 8,
      unit_cost: 6,
    } as const;
    const way = { ...terms, priority: 3, lead_time_days: draw.lead, unit_cost: draw.unitCost };
    const lanes: readonly Lane[] = [
      ...(draw.hasHub ? [buyAtHub, fromHub('A', { ...way, priority: draw.buysItself ? 2 : 1 }), fromHub('B', way)] : [buyAtHub]),
      ...(draw.buysItself || !draw.hasHub ? [buyAtA] : []),
      ...(draw.wayFrom === 'B' || !draw.hasHub ? [fromHub('A', { ...way, source_id: 'B' })] : []),
    ];
    return {
      ...companyOf({
        ...{ stock: draw.stock, demand: draw.demand, lanes },
        policies: [
          { ...draw.policyA, site_id: 'A' },
          { ...draw.policyB, site_id: 'B' },
          { ...draw.policyHub, site_id: 'HUB' },
        ],
      }),
      calendars: [{ calendar_id: 'WEEK', weekdays: '1010100' }],
    };
  });

describe('moves of any company', () => {
  it('REB-7, REB-11 and REB-12: every donor keeps its protection on every day, and nothing more is bought', async () => {
    let proposed = 0;
    await fc.assert(
      fc.asyncProperty(companies, async (tables) => {
        const before = await planCase(createMemoryPackage(manifest, tables));
        const moves = proposeMoves(before.frame, before.result);
        proposed += moves.length > 0 ? 1 : 0;
        const after = replanned(before, moves);
        expect(bought(after)).toBeLessThanOrEqual(bought(before));
        for (const giver of new Set(moves.map(({ fromNode }) => fromNode))) {
          const own = after.planner.project(giver);
          own.protectedLevel.forEach((level, day) => expect(own.balanceWithoutOrders[day] ?? 0).toBeGreaterThanOrEqual(level));
          const { balanceWithoutOrders, protectedLevel } = before.planner.project(giver);
          const given = moves.filter(({ fromNode }) => fromNode === giver);
          protectedLevel.forEach((level, day) => {
            const gone = given.reduce((sum, { shipDay, grains }) => sum + (shipDay - planDay <= day ? grains : 0), 0);
            expect((balanceWithoutOrders[day] ?? 0) - gone).toBeGreaterThanOrEqual(level);
          });
        }
        for (const { cost, benefit, shipDay, receiptDay, replacedOrder } of moves) {
          expect(benefit).toBeGreaterThan(cost);
          expect(shipDay).toBeGreaterThanOrEqual(planDay);
          expect(receiptDay).toBeGreaterThanOrEqual(shipDay);
          if (replacedOrder !== notSet) expect(receiptDay).toBeLessThanOrEqual(before.result.orderReceiptDay[replacedOrder] ?? 0);
        }
      }),
      { numRuns: 600 },
    );
    expect(proposed).toBeGreaterThan(20);
  });

  it('REB-13 what is moved arrives at the taker and leaves its source', async () => {
    await fc.assert(
      fc.asyncProperty(companies, async (tables) => {
        const before = await planCase(createMemoryPackage(manifest, tables));
        const moves = proposeMoves(before.frame, before.result);
        const after = replanned(before, moves);
        for (const { toNode, fromNode, receiptDay, shipDay } of moves) {
          const arriving = moves.filter((move) => move.toNode === toNode && move.receiptDay === receiptDay);
          const receipts = after.planner.project(toNode).receiptsPlanned[receiptDay - planDay] ?? 0;
          expect(receipts).toBeGreaterThanOrEqual(arriving.reduce((sum, { grains }) => sum + grains, 0));
          const leaving = moves.filter((move) => move.fromNode === fromNode && move.shipDay === shipDay);
          const posted = after.planner.project(fromNode).demandDependent[shipDay - planDay] ?? 0;
          expect(posted).toBeGreaterThanOrEqual(leaving.reduce((sum, { grains }) => sum + grains, 0));
        }
      }),
      { numRuns: 200 },
    );
  });
});
