import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/app-error.ts';
import { demandSeen } from './demand-seen.ts';
import { improveServiceTimes } from './improve-service-times.ts';
import { inboundTimesOf, serviceTimeCost } from './inbound-times.ts';
import { placeSafetyStock } from './place-safety-stock.ts';
import { rootedForest } from './rooted-forest.ts';
import type { ServiceTimeArc, ServiceTimeNetwork, ServiceTimeNode } from './service-time-network.ts';
import { serviceTimeProblem } from './service-time-problem.ts';
import { serviceTimeTable } from './service-time-table.ts';
import { spanningForest } from './spanning-forest.ts';
import { stageStock } from './stage-stock.ts';
import { supplyOrder } from './supply-order.ts';
import { treeServiceTimes } from './tree-service-times.ts';

const stage = { processingTime: 1, holdingCost: 1, safetyFactor: 1 } as const;

describe('demand and times of a network', () => {
  it('orders suppliers first and names a circle', () => {
    expect([...supplyOrder(3, [2, 1], [1, 0])]).toEqual([2, 1, 0]);
    expect(() => supplyOrder(2, [0, 1], [1, 0])).toThrow(AppError);
  });

  it('POL-33 adds independent customers by their squares, and one customer over two ways by its units', () => {
    const sites = [stage, { ...stage, demandSd: 3 }, { ...stage, demandSd: 4 }];
    const hub = {
      nodes: sites,
      arcs: [
        { from: 0, to: 1 },
        { from: 0, to: 2 },
      ],
    };
    expect([...demandSeen(hub, supplyOrder(3, [0, 0], [1, 2]))]).toEqual([5, 3, 4]);
    const diamond = {
      nodes: [stage, stage, stage, { ...stage, demandSd: 2 }],
      arcs: [
        { from: 0, to: 1, units: 3 },
        { from: 0, to: 2 },
        { from: 1, to: 3, units: 2 },
        { from: 2, to: 3 },
      ],
    };
    expect([...demandSeen(diamond, supplyOrder(4, [0, 0, 1, 2], [1, 2, 3, 3]))]).toEqual([14, 4, 2, 2]);
  });

  it('POL-33 waits for the longest promise and promises no more than its own customers allow', () => {
    const nodes = [
      { ...stage, processingTime: 2 },
      { ...stage, processingTime: 3, customerServiceTime: 9, demandSd: 1 },
    ];
    const problem = serviceTimeProblem({ nodes, arcs: [{ from: 0, to: 1 }] });
    expect([[...problem.mostInbound], [...problem.mostOutbound]]).toEqual([
      [0, 2],
      [2, 5],
    ]);
    expect([...inboundTimesOf(problem, Int32Array.of(2, 0))]).toEqual([0, 2]);
    expect(serviceTimeCost(problem, Int32Array.of(0, 0))).toBeCloseTo(Math.sqrt(2) + Math.sqrt(3), 12);
    const two = [{ ...stage, processingTime: 2 }, { ...stage, processingTime: 5 }, stage];
    const arcs = [0, 1].map((from) => ({ from, to: 2 }));
    expect(inboundTimesOf(serviceTimeProblem({ nodes: two, arcs }), Int32Array.of(2, 5, 0))[2]).toBe(5);
    const four = serviceTimeProblem({ nodes: [{ ...stage, processingTime: 4, holdingCost: 7, demandSd: 1 }], arcs: [] });
    expect(serviceTimeCost(four, Int32Array.of(0))).toBe(14);
  });

  it('refuses times that are not whole', () => {
    expect(() => serviceTimeProblem({ nodes: [{ ...stage, processingTime: 1.5 }], arcs: [] })).toThrow('whole periods');
  });

  it('spans a ring by its first arcs and hangs a tree up at its lowest node', () => {
    expect([...spanningForest(3, [0, 1, 0], [1, 2, 2], [0, 1, 2])]).toEqual([1, 1, 0]);
    const forest = rootedForest(3, [2, 1], [1, 0], [1, 1]);
    expect([[...forest.order], [...forest.parent], [...forest.isSupplier]]).toEqual([
      [0, 1, 2],
      [-1, 0, 1],
      [0, 1, 1],
    ]);
  });

  it('costs 7 to promise at once and nothing to promise the processing time', () => {
    const table = serviceTimeTable({ processing: 1, leastInbound: 0, mostInbound: 0, mostOutbound: 1, costPerRoot: 7 });
    expect([...table.costsByOutbound()]).toEqual([7, 0]);
  });

  it('POL-80 covers the spread of its own lead time at a stage, whatever it promises', () => {
    expect([stageStock(3, 8, 4), stageStock(3, 0, 4), stageStock(3, 8, 0)]).toEqual([10, 6, 8]);
    // Four periods of 3 and a spread of 8 at the supplier, which may leave the periods to the customer behind it.
    const nodes = [
      { ...stage, processingTime: 4, safetyFactor: 1, holdingCost: 1, supplyVariance: 64 },
      { ...stage, processingTime: 0, holdingCost: 1, demandSd: 3 },
    ];
    const { serviceTimes, safetyStocks, cost } = placeSafetyStock({ nodes, arcs: [{ from: 0, to: 1 }] });
    // √(9·4 + 64) = 10 at the supplier alone is less than 8 there and 6 behind it.
    expect([[...serviceTimes], [...safetyStocks], cost]).toEqual([[0, 0], [10, 0], 10]);
  });

  it('POL-34 holds for one period at both of two stages that cost 2 and 7', () => {
    const nodes = [
      { ...stage, holdingCost: 2 },
      { ...stage, holdingCost: 7, demandSd: 1 },
    ];
    const problem = serviceTimeProblem({ nodes, arcs: [{ from: 0, to: 1 }] });
    const times = treeServiceTimes(problem, rootedForest(2, [0], [1], [1]), problem);
    expect([[...times.inbound], [...times.outbound], times.cost]).toEqual([[0, 0], [0, 0], 9]);
    expect([...improveServiceTimes(problem, Int32Array.of(1, 0))]).toEqual([0, 0]);
  });
});

/** The least cost over all promises, with each node waiting for its slowest supplier. */
function leastCost(network: ServiceTimeNetwork): number {
  const problem = serviceTimeProblem(network);
  const outbound = new Int32Array(problem.nodeCount);
  let least = Infinity;
  const visit = (node: number): void => {
    if (node < problem.nodeCount) {
      for (let time = 0; time <= problem.mostOutbound[node]!; time += 1) {
        outbound[node] = time;
        visit(node + 1);
      }
      return;
    }
    const inbound = inboundTimesOf(problem, outbound);
    const canKeep = inbound.every((time, at) => time + problem.processing[at]! >= outbound[at]!);
    if (canKeep) least = Math.min(least, serviceTimeCost(problem, outbound));
  };
  visit(0);
  return least;
}

const anyNode: fc.Arbitrary<ServiceTimeNode> = fc.record({
  processingTime: fc.integer({ min: 0, max: 3 }),
  holdingCost: fc.integer({ min: 0, max: 9 }),
  safetyFactor: fc.constantFrom(1, 2),
  supplierServiceTime: fc.constantFrom(0, 0, 0, 2),
  demandSd: fc.constantFrom(0, 1, 5),
  supplyVariance: fc.constantFrom(0, 0, 0, 3),
});
const nodesOf = (most: number) => fc.array(anyNode, { minLength: 1, maxLength: most });

/** Arcs from each node to at most one earlier node: a forest, of either direction. */
const forests = fc.tuple(nodesOf(5), fc.array(fc.nat(), { minLength: 5, maxLength: 5 })).map(([nodes, picks]) => ({
  nodes,
  arcs: nodes.flatMap((_, node): ServiceTimeArc[] => {
    const pick = picks[node] ?? 0;
    if (node === 0 || pick % 5 === 4) return [];
    const other = Math.floor(pick / 10) % node;
    return [pick % 2 === 0 ? { from: node, to: other } : { from: other, to: node }];
  }),
}));

/** Any arcs that go up in number: no circle, rings allowed. */
const networks = fc.tuple(nodesOf(5), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })).map(([nodes, picks]) => ({
  nodes,
  arcs: nodes.flatMap((_, to): ServiceTimeArc[] =>
    nodes.slice(0, to).flatMap((__, from) => (picks[(to * (to - 1)) / 2 + from] === true ? [{ from, to }] : [])),
  ),
}));

describe('placement over any network', () => {
  it('POL-34 is as cheap as the cheapest of all promises on a forest', () => {
    fc.assert(
      fc.property(forests, (network) => {
        const found = placeSafetyStock(network);
        expect(found.cost).toBeCloseTo(leastCost(network), 9);
        expect(found.leastCost).toBe(found.cost);
      }),
    );
  });

  it('POL-35 keeps every promise where arcs form rings, between its bound and the spanning forest made to fit', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const problem = serviceTimeProblem(network);
        const { cost, serviceTimes, inboundTimes, coveredTimes, leastCost: bound } = placeSafetyStock(network);
        expect(serviceTimes.every((time, node) => time >= 0 && time <= problem.mostOutbound[node]!)).toBe(true);
        expect(coveredTimes.every((time) => time >= 0)).toBe(true);
        network.arcs.forEach(({ from, to }) => expect(inboundTimes[to]!).toBeGreaterThanOrEqual(serviceTimes[from]!));
        const least = leastCost(network);
        expect(bound).toBeLessThanOrEqual(least + 1e-9);
        expect(cost).toBeGreaterThanOrEqual(least - 1e-9);
        expect(cost).toBeLessThanOrEqual(serviceTimeCost(problem, new Int32Array(problem.nodeCount)) + 1e-9);
      }),
    );
  });

  it('POL-34 says the same for several trees as for each of them alone', () => {
    fc.assert(
      fc.property(forests, forests, (one, other) => {
        const shifted = other.arcs.map(({ from, to }) => ({ from: from + one.nodes.length, to: to + one.nodes.length }));
        const both = placeSafetyStock({ nodes: [...one.nodes, ...other.nodes], arcs: [...one.arcs, ...shifted] });
        const [left, right] = [placeSafetyStock(one), placeSafetyStock(other)];
        expect([...both.serviceTimes]).toEqual([...left.serviceTimes, ...right.serviceTimes]);
        expect([...both.safetyStocks]).toEqual([...left.safetyStocks, ...right.safetyStocks]);
      }),
    );
  });
});
