import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { minimumCostFlow, type FlowNetwork } from './minimum-cost-flow.ts';
import { NodeHeap } from './node-heap.ts';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

function networkOf(nodes: number, arcs: readonly Arc[]): FlowNetwork {
  return {
    nodes,
    from: arcs.map(({ from }) => from),
    to: arcs.map(({ to }) => to),
    capacity: arcs.map(({ capacity }) => capacity),
    cost: arcs.map(({ cost }) => cost),
  };
}

const costOf = (arcs: readonly Arc[], flow: Float64Array) =>
  arcs.reduce((sum, { cost }, arc) => sum + cost * (flow[arc] ?? 0), 0);

/** What leaves a node less what enters it. */
const surplusOf = (arcs: readonly Arc[], flow: Float64Array, node: number) =>
  arcs.reduce((sum, { from, to }, arc) => sum + (from === node ? (flow[arc] ?? 0) : 0) - (to === node ? (flow[arc] ?? 0) : 0), 0);

describe('minimumCostFlow', () => {
  it('REB-1 fills the cheaper arc first, and stops where a unit no longer pays', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 3, cost: 2 },
      { from: 0, to: 1, capacity: 9, cost: 5 },
    ];
    expect([...minimumCostFlow(networkOf(2, arcs), 0, 1, 'largest')]).toEqual([3, 9]);
    expect([...minimumCostFlow(networkOf(2, arcs), 0, 1, 'profitable')]).toEqual([0, 0]);
    const gains = arcs.map((arc) => ({ ...arc, cost: arc.cost - 5 }));
    expect([...minimumCostFlow(networkOf(2, gains), 0, 1, 'profitable')]).toEqual([3, 0]);
  });

  it('REB-1 takes back a unit that a later path sends elsewhere', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 1, cost: 0 },
      { from: 0, to: 2, capacity: 1, cost: 0 },
      { from: 1, to: 3, capacity: 1, cost: 1 },
      { from: 1, to: 4, capacity: 1, cost: 2 },
      { from: 2, to: 3, capacity: 1, cost: 3 },
      { from: 3, to: 5, capacity: 1, cost: 0 },
      { from: 4, to: 5, capacity: 1, cost: 0 },
    ];
    expect([...minimumCostFlow(networkOf(6, arcs), 0, 5, 'largest')]).toEqual([1, 1, 0, 1, 1, 1, 1]);
  });

  it('calls a circle of negative cost a bug', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 1, cost: -2 },
      { from: 1, to: 0, capacity: 1, cost: 1 },
    ];
    expect(() => minimumCostFlow(networkOf(2, arcs), 0, 1, 'largest')).toThrow('negative cost');
  });

  interface Inputs {
    readonly excess: Readonly<Record<string, number>>;
    readonly shortage: Readonly<Record<string, number>>;
    readonly unit_cost: Readonly<Record<string, number>>;
    readonly benefit_per_unit?: Readonly<Record<string, number>>;
  }
  const cases = publishedCases<Inputs, { readonly cost?: number; readonly net_benefit?: number }>('rebalance-');
  testPublished('REB-1 $id ($source)', cases, ({ inputs, expected, tolerance }) => {
    const names = ['source', 'sink', ...Object.keys(inputs.excess), ...Object.keys(inputs.shortage)];
    // The costs of the cases have one decimal; the solver wants whole numbers.
    const scale = 10;
    const arcs = [
      ...Object.entries(inputs.excess).map(([name, capacity]) => ({ from: 0, to: names.indexOf(name), capacity, cost: 0 })),
      ...Object.entries(inputs.unit_cost).map(([link, cost]) => {
        const [from = '', to = ''] = link.split('->');
        return { from: names.indexOf(from), to: names.indexOf(to), capacity: 1e6, cost: cost * scale };
      }),
      ...Object.entries(inputs.shortage).map(([name, capacity]) => {
        const benefit = inputs.benefit_per_unit?.[name] ?? 0;
        return { from: names.indexOf(name), to: 1, capacity, cost: -benefit * scale };
      }),
    ];
    const extent = inputs.benefit_per_unit === undefined ? 'largest' : 'profitable';
    const cost = costOf(arcs, minimumCostFlow(networkOf(names.length, arcs), 0, 1, extent)) / scale;
    const wanted = expected.cost ?? -(expected.net_benefit ?? NaN);
    expectNear(cost, wanted, tolerance);
  });

  const arcs = fc.array(
    fc
      .record({ from: fc.nat(3), to: fc.nat(3), capacity: fc.nat(2), cost: fc.integer({ min: -4, max: 6 }) })
      // From lower to higher nodes only: no circles.
      .filter(({ from, to }) => from < to),
    { maxLength: 7 },
  );

  it('REB-1 is as large and as cheap as the best of all flows', () => {
    fc.assert(
      fc.property(arcs, (drawn) => {
        const network = networkOf(4, drawn);
        let largest = 0;
        const cheapest = new Map<number, number>();
        const flow = new Float64Array(drawn.length);
        const enumerate = (arc: number): void => {
          if (arc < drawn.length) {
            for (let units = 0; units <= (drawn[arc]?.capacity ?? 0); units += 1) {
              flow[arc] = units;
              enumerate(arc + 1);
            }
            flow[arc] = 0;
            return;
          }
          if (surplusOf(drawn, flow, 1) !== 0 || surplusOf(drawn, flow, 2) !== 0) return;
          const value = surplusOf(drawn, flow, 0);
          largest = Math.max(largest, value);
          cheapest.set(value, Math.min(cheapest.get(value) ?? Infinity, costOf(drawn, flow)));
        };
        enumerate(0);
        const all = minimumCostFlow(network, 0, 3, 'largest');
        drawn.forEach(({ capacity }, arc) => {
          expect(all[arc]).toBeGreaterThanOrEqual(0);
          expect(all[arc]).toBeLessThanOrEqual(capacity);
        });
        expect(surplusOf(drawn, all, 0)).toBe(largest);
        expect(costOf(drawn, all)).toBe(cheapest.get(largest));
        const best = minimumCostFlow(network, 0, 3, 'profitable');
        expect(surplusOf(drawn, best, 1)).toBe(0);
        expect(surplusOf(drawn, best, 2)).toBe(0);
        expect(costOf(drawn, best)).toBe(Math.min(...cheapest.values()));
      }),
      { numRuns: 300 },
    );
  });
});

describe('NodeHeap', () => {
  it('gives the nearest node first', () => {
    const heap = new NodeHeap();
    heap.push(4, 2);
    heap.push(1, 3);
    expect([heap.pop(), heap.distance, heap.pop(), heap.pop()]).toEqual([3, 1, 2, -1]);
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (distances) => {
        distances.forEach((distance, node) => {
          heap.push(distance, node);
        });
        const popped = distances.map(() => (heap.pop() < 0 ? -1 : heap.distance));
        expect(popped).toEqual(distances.toSorted((a, b) => a - b));
      }),
    );
  });
});
