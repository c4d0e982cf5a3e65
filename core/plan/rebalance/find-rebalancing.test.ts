import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { assignExcess } from './assign-excess.ts';
import { findRebalancing } from './find-rebalancing.ts';
import type { RebalancingInput, RebalancingMove } from './rebalancing-input.ts';
import { usableLinks } from './usable-links.ts';

interface Place {
  readonly excess: number;
  readonly need: number;
  readonly needDay: number;
  readonly lastUsefulDay: number;
  readonly needValue: number;
}

interface Way {
  readonly from: number;
  readonly to: number;
  readonly unitCost: number;
  readonly leadTimeDays: number;
  readonly multiple: number;
  readonly minimum: number;
}

const piece = 1000;
const planDay = 100;

/** Quantities in pieces. */
function inputOf(places: readonly Place[], ways: readonly Way[]): RebalancingInput {
  return {
    planDay,
    grainsPerUnit: piece,
    nodes: {
      excess: places.map(({ excess }) => excess * piece),
      need: places.map(({ need }) => need * piece),
      needDay: places.map(({ needDay }) => needDay),
      lastUsefulDay: places.map(({ lastUsefulDay }) => lastUsefulDay),
      needValue: places.map(({ needValue }) => needValue),
    },
    links: {
      from: ways.map(({ from }) => from),
      to: ways.map(({ to }) => to),
      unitCost: ways.map(({ unitCost }) => unitCost),
      leadTimeDays: ways.map(({ leadTimeDays }) => leadTimeDays),
      multiple: ways.map(({ multiple }) => multiple * piece),
      minimum: ways.map(({ minimum }) => minimum * piece),
    },
  };
}

const giver = (excess: number): Place => ({ excess, need: 0, needDay: 0, lastUsefulDay: 0, needValue: 0 });
const taker = (need: number, needValue: number): Place => ({ excess: 0, need, needDay: 105, lastUsefulDay: 120, needValue });
const way = (from: number, to: number, unitCost: number, more: Partial<Way> = {}): Way => ({
  ...{ from, to, unitCost, leadTimeDays: 2, multiple: 1, minimum: 0 },
  ...more,
});
const pieces = (moves: readonly RebalancingMove[]) =>
  moves.map(({ fromNode, toNode, grains }) => [fromNode, toNode, grains / piece]);
const gainOf = (moves: readonly RebalancingMove[]) => moves.reduce((sum, { benefit, cost }) => sum + benefit - cost, 0);

describe('findRebalancing', () => {
  it('REB-2 moves nothing without excess, need, time or a benefit', () => {
    expect(findRebalancing(inputOf([giver(0), taker(5, 9)], [way(0, 1, 1)]))).toEqual([]);
    expect(findRebalancing(inputOf([giver(5), taker(0, 9)], [way(0, 1, 1)]))).toEqual([]);
    expect(findRebalancing(inputOf([giver(5), taker(5, 9)], [way(0, 1, 9)]))).toEqual([]);
    expect(findRebalancing(inputOf([giver(5), taker(5, 9)], [way(0, 1, 1, { leadTimeDays: 21 })]))).toEqual([]);
    expect(findRebalancing(inputOf([{ ...taker(5, 9), excess: 5 }], [way(0, 0, 1)]))).toEqual([]);
  });

  it('REB-3 never takes more than the excess, and moves whole multiples', () => {
    const places = [giver(20), taker(18, 9), taker(18, 8)];
    const ways = [way(0, 1, 1, { multiple: 6 }), way(0, 2, 1, { multiple: 6 })];
    expect(pieces(findRebalancing(inputOf(places, ways)))).toEqual([[0, 1, 18]]);
  });

  it('REB-4 rounds a need up to the multiple only where the needed part pays for all of it', () => {
    const places = [giver(20), taker(7, 9)];
    expect(pieces(findRebalancing(inputOf(places, [way(0, 1, 1, { multiple: 6 })])))).toEqual([[0, 1, 12]]);
    expect(pieces(findRebalancing(inputOf(places, [way(0, 1, 2, { multiple: 6 })])))).toEqual([[0, 1, 6]]);
    const input = inputOf([giver(5), { ...taker(0, 4), need: 2.5 }], [way(0, 1, 3)]);
    expect([...assignExcess(input, usableLinks(input), piece)]).toEqual([2000]);
  });

  it('REB-5 moves the minimum or nothing, and looks for another way', () => {
    const places = [giver(20), giver(20), taker(5, 9)];
    expect(pieces(findRebalancing(inputOf(places, [way(0, 2, 1, { minimum: 8 })])))).toEqual([[0, 2, 8]]);
    expect(findRebalancing(inputOf(places, [way(0, 2, 1, { minimum: 50 })]))).toEqual([]);
    expect(findRebalancing(inputOf(places, [way(0, 2, 8, { minimum: 8 })]))).toEqual([]);
    expect(pieces(findRebalancing(inputOf(places, [way(0, 2, 1, { minimum: 8 }), way(1, 2, 2)])))).toEqual([[1, 2, 5]]);
  });

  it('REB-5 fills what different multiples leave', () => {
    const places = [giver(10), giver(9), taker(16, 9)];
    const ways = [way(0, 2, 1, { multiple: 10 }), way(1, 2, 2, { multiple: 3 })];
    expect(pieces(findRebalancing(inputOf(places, ways)))).toEqual([
      [0, 2, 10],
      [1, 2, 6],
    ]);
  });

  it('REB-6 leaves in time, or at once where it is late already, and names cost and benefit', () => {
    const places = [giver(20), giver(20), taker(7, 9)];
    const ways = [way(0, 2, 1, { multiple: 6, leadTimeDays: 8 })];
    expect(findRebalancing(inputOf(places, ways))).toEqual([
      { fromNode: 0, toNode: 2, grains: 12_000, day: 100, arrivalDay: 108, cost: 12, benefit: 63 },
    ]);
    expect(findRebalancing(inputOf(places, [way(1, 2, 1)]))).toEqual([
      { fromNode: 1, toNode: 2, grains: 7000, day: 103, arrivalDay: 105, cost: 7, benefit: 63 },
    ]);
  });

  interface Inputs {
    readonly excess: Readonly<Record<string, number>>;
    readonly shortage: Readonly<Record<string, number>>;
    readonly unit_cost: Readonly<Record<string, number>>;
    readonly benefit_per_unit?: Readonly<Record<string, number>>;
  }
  const cases = publishedCases<Inputs, { readonly cost?: number; readonly net_benefit?: number }>('rebalance-');
  testPublished('REB-1 $id ($source)', cases, ({ inputs, expected, tolerance }) => {
    const names = [...Object.keys(inputs.excess), ...Object.keys(inputs.shortage)];
    const places = names.map((name) =>
      name in inputs.excess
        ? giver(inputs.excess[name] ?? 0)
        : // A shortage without a stated benefit has to be covered whatever it costs.
          taker(inputs.shortage[name] ?? 0, inputs.benefit_per_unit?.[name] ?? 1000),
    );
    const ways = Object.entries(inputs.unit_cost).map(([link, cost]) => {
      const [from = '', to = ''] = link.split('->');
      return way(names.indexOf(from), names.indexOf(to), cost);
    });
    const moves = findRebalancing(inputOf(places, ways));
    const found = expected.cost === undefined ? gainOf(moves) : moves.reduce((sum, { cost }) => sum + cost, 0);
    const wanted = expected.cost ?? expected.net_benefit ?? NaN;
    expectNear(found, wanted, tolerance);
  });
});

const whole = (max: number) => fc.integer({ min: 0, max });
const anyPlaces = fc.array(
  fc.record({
    excess: whole(9),
    need: fc.oneof(whole(9), fc.constantFrom(2.5, 6.25)),
    needDay: fc.integer({ min: 95, max: 108 }),
    lastUsefulDay: fc.integer({ min: 103, max: 112 }),
    needValue: whole(9),
  }),
  { minLength: 4, maxLength: 4 },
);
const waysWith = (multiple: fc.Arbitrary<number>, minimum: fc.Arbitrary<number>) =>
  fc.uniqueArray(fc.record({ from: fc.nat(3), to: fc.nat(3), unitCost: whole(6), leadTimeDays: whole(6), multiple, minimum }), {
    maxLength: 4,
    selector: ({ from, to }) => `${from} ${to}`,
  });

/** The most benefit less cost over all whole multiples on all links. */
function bestGain(input: RebalancingInput): number {
  const { nodes } = input;
  const usable = usableLinks(input);
  const quantities = usable.map(() => 0);
  let best = 0;
  const enumerate = (index: number): void => {
    const link = usable[index];
    if (link !== undefined) {
      for (let quantity = 0; quantity <= (nodes.excess[link.from] ?? 0); quantity += link.multiple) {
        if (quantity > 0 && quantity < link.least) continue;
        quantities[index] = quantity;
        enumerate(index + 1);
      }
      quantities[index] = 0;
      return;
    }
    const given = new Map<number, number>();
    const taken = new Map<number, number>();
    let gain = 0;
    usable.forEach(({ from, to, cost }, at) => {
      given.set(from, (given.get(from) ?? 0) + (quantities[at] ?? 0));
      taken.set(to, (taken.get(to) ?? 0) + (quantities[at] ?? 0));
      gain -= (cost * (quantities[at] ?? 0)) / input.grainsPerUnit;
    });
    for (const [from, sum] of given) if (sum > (nodes.excess[from] ?? 0)) return;
    for (const [to, sum] of taken)
      gain += ((nodes.needValue[to] ?? 0) / input.grainsPerUnit) * Math.min(sum, nodes.need[to] ?? 0);
    best = Math.max(best, gain);
  };
  enumerate(0);
  return best;
}

describe('moves of any item', () => {
  it('REB-1 are the best there are where all links have one multiple and no minimum', () => {
    fc.assert(
      fc.property(anyPlaces, waysWith(fc.constant(1), fc.constant(0)), fc.constantFrom(1, 2, 3), (places, ways, multiple) => {
        const input = inputOf(
          places,
          ways.map((one) => ({ ...one, multiple })),
        );
        expect(gainOf(findRebalancing(input))).toBeCloseTo(bestGain(input), 6);
      }),
      { numRuns: 300 },
    );
  });

  it('REB-6 do not bring what a minimum elsewhere has already brought', () => {
    const place = { excess: 0, need: 2.5, needDay: planDay, lastUsefulDay: planDay + 10, needValue: 1 };
    const places = [place, { ...place, excess: 4, need: 0 }, { ...place, excess: 1, need: 0 }];
    const ways = [
      { from: 2, to: 0, unitCost: 0, leadTimeDays: 1, multiple: 1, minimum: 0 },
      { from: 1, to: 0, unitCost: 0, leadTimeDays: 0, multiple: 1, minimum: 3 },
    ];
    const moves = findRebalancing(inputOf(places, ways));
    expect(moves.every(({ benefit, cost }) => benefit > cost)).toBe(true);
  });

  it('REB-2 to REB-6 keep every donor at its protection, every multiple and minimum, every useful day, and pay', () => {
    const ways = waysWith(fc.integer({ min: 1, max: 4 }), whole(6));
    fc.assert(
      fc.property(anyPlaces, ways, (places, drawn) => {
        const input = inputOf(places, drawn);
        const moves = findRebalancing(input);
        const given = new Map<number, number>();
        for (const move of moves) {
          const { fromNode, toNode, grains, day, arrivalDay, cost, benefit } = move;
          const link = drawn.find(({ from, to }) => from === fromNode && to === toNode);
          given.set(fromNode, (given.get(fromNode) ?? 0) + grains);
          expect(grains % ((link?.multiple ?? 0) * piece)).toBe(0);
          expect(grains).toBeGreaterThanOrEqual(Math.max(1, (link?.minimum ?? 0) * piece));
          expect(day).toBeGreaterThanOrEqual(planDay);
          expect(arrivalDay - day).toBe(link?.leadTimeDays);
          expect(arrivalDay).toBeLessThanOrEqual(Math.max(places[toNode]?.needDay ?? 0, places[toNode]?.lastUsefulDay ?? 0));
          expect(cost).toBeCloseTo(((link?.unitCost ?? 0) * grains) / piece, 9);
          expect(benefit).toBeGreaterThan(cost);
        }
        for (const [from, grains] of given) expect(grains).toBeLessThanOrEqual((places[from]?.excess ?? 0) * piece);
        expect(gainOf(moves)).toBeLessThanOrEqual(bestGain(input) + 1e-9);
        expect(findRebalancing(input)).toEqual(moves);
      }),
      { numRuns: 300 },
    );
  });
});
