import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { solveLinear } from '#core/statistics/solve-linear.ts';
import { apportion } from './apportion.ts';
import { groupNodes } from './group-nodes.ts';
import { sumByGroup, type Grouping } from './grouping.ts';
import type { HierarchyLevel } from './hierarchy-level.ts';
import { reconcileForecasts, type GroupForecasts } from './reconcile-forecasts.ts';
import { spreadTotal } from './spread-total.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function grouping(name: string, groups: readonly number[]): Grouping {
  return { name, groupOf: Int32Array.from(groups), groups: Math.max(0, ...groups) + 1 };
}

describe('groupings', () => {
  it('DEM-100 add up to the same whole, bottom-up and without what is unknown', async () => {
    const companies = [{ company_id: 'X', currency: 'EUR' }];
    const sites = [
      { site_id: 'A', region: 'South', company_id: 'X' },
      { site_id: 'B', region: 'North', company_id: 'X' },
      { site_id: 'C' },
    ];
    const items = [{ item_id: 'P', family: 'PUMPS' }, { item_id: 'Q', family: 'PUMPS' }, { item_id: 'R' }];
    const stock = items.flatMap(({ item_id }) => sites.map(({ site_id }) => ({ item_id, site_id, qty: 1 })));
    const source = createMemoryPackage({ planDay: 20_458, horizonDays: 28, currency: 'EUR' }, { companies, sites, items, stock });
    const frame = openFrame(await buildFrame(source, 1));
    // Two periods per node; the second is 10 times the first.
    const values = Float64Array.from({ length: 2 * frame.meta.nodes }, (_, at) => {
      const node = Math.floor(at / 2);
      return (1 + (frame.nodeItem[node] ?? 0) + 3 * (frame.nodeSite[node] ?? 0)) * (at % 2 === 0 ? 1 : 10);
    });
    const firstOf = (level: HierarchyLevel) =>
      [...sumByGroup(values, 2, groupNodes(frame, level))].filter((_, at) => at % 2 === 0);
    expect([firstOf('item'), firstOf('family')]).toEqual([
      [12, 15, 18],
      [27, 18],
    ]);
    // Regions by name, North before South; what has none is last.
    expect([firstOf('site'), firstOf('region'), firstOf('company'), firstOf('total')]).toEqual([
      [6, 15, 24],
      [15, 6, 24],
      [21, 24],
      [45],
    ]);
    expect([...sumByGroup(values, 2, groupNodes(frame, 'total'))]).toEqual([45, 450]);
    expect([...sumByGroup([1, NaN, 3], 1, grouping('pair', [0, 0, 1]))]).toEqual([1, 3]);
  });
});

describe('apportion', () => {
  it('DEM-101 gives what is left to the largest remainders', () => {
    expect([...apportion(10, [1, 1, 1])]).toEqual([4, 3, 3]);
    expect([...apportion(-10, [1, 1, 1])]).toEqual([-4, -3, -3]);
    expect([...apportion(5, [0, 0])]).toEqual([3, 2]);
    expect([...apportion(2, [0, 5, NaN, -1])]).toEqual([0, 2, 0, 0]);
    expect([...apportion(0, [1, 2])]).toEqual([0, 0]);
    expect([...apportion(3, [])]).toEqual([]);
    // The seats of Balinski and Young's example of five states and 26 seats.
    expect([...apportion(26, [9061, 7179, 5259, 3319, 1182])]).toEqual([9, 7, 5, 4, 1]);
  });

  it('DEM-101 adds up, to the last unit, and is near the share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), weights, (total, given) => {
        const parts = apportion(total, given);
        expect(sum(parts)).toBe(total);
        const all = sum(given);
        if (all > 1e-3) parts.forEach((part, at) => expect(Math.abs(part - (total * (given[at] ?? 0)) / all)).toBeLessThan(2));
      }),
    );
  });
});

describe('spreadTotal', () => {
  it('DEM-102 spreads a changed total as its parts were, around what is fixed', () => {
    expect(spreadTotal({ total: 30, parts: [6, 2, 2] })).toEqual({ parts: Float64Array.of(18, 6, 6), rest: 0 });
    expect(spreadTotal({ total: 11, parts: [6, 2, 2], isFixed: [0, 1, 0] }).parts).toEqual(Float64Array.of(7, 2, 2));
    expect(spreadTotal({ total: 4, parts: [0, 0], fallback: [3, 1] }).parts).toEqual(Float64Array.of(3, 1));
    expect(spreadTotal({ total: 4, parts: [0, 0] }).parts).toEqual(Float64Array.of(2, 2));
  });

  it('DEM-102 says what it cannot place', () => {
    expect(spreadTotal({ total: 2500, parts: [3000, 1000], step: 1000 })).toEqual({ parts: Float64Array.of(2000, 0), rest: 500 });
    expect(spreadTotal({ total: 4, parts: [6, 2], isFixed: [1, 0] })).toEqual({ parts: Float64Array.of(6, 0), rest: -2 });
    expect(spreadTotal({ total: 9, parts: [6], isFixed: [1] })).toEqual({ parts: Float64Array.of(6), rest: 3 });
  });

  it('DEM-102 loses nothing: parts and rest are the total, and the same total changes nothing', () => {
    const parts = fc.array(fc.record({ value: fc.nat(1000), fixed: fc.boolean() }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.nat(100_000), fc.constantFrom(1, 10), (given, total, step) => {
        const values = given.map(({ value }) => value * step);
        const isFixed = given.map(({ fixed }) => Number(fixed));
        const spread = spreadTotal({ total, parts: values, isFixed, step });
        expect(sum(spread.parts) + spread.rest).toBe(total);
        expect([...spread.parts].every((part) => part % step === 0 && part >= 0)).toBe(true);
        spread.parts.forEach((part, at) => isFixed[at] === 1 && expect(part).toBe(values[at]));
        expect([...spreadTotal({ total: sum(values), parts: values, isFixed, step }).parts]).toEqual(values);
      }),
    );
  });
});

/** (SᵀW⁻¹S)⁻¹SᵀW⁻¹ŷ as it stands in the paper, for small hierarchies. */
function reconcileByMatrix(
  leaves: { readonly forecast: readonly number[]; readonly variance: readonly number[] },
  groups: readonly GroupForecasts[],
): Float64Array {
  const count = leaves.forecast.length;
  const rows: { readonly members: readonly number[]; readonly forecast: number; readonly variance: number }[] = [
    ...leaves.forecast.map((forecast, leaf) => ({
      members: leaves.forecast.map((_, other) => Number(other === leaf)),
      forecast,
      variance: leaves.variance[leaf] ?? 1,
    })),
    ...groups.flatMap(({ grouping: { groupOf, groups: size }, forecast, variance }) =>
      Array.from({ length: size }, (_, group) => ({
        members: [...groupOf].map((own) => Number(own === group)),
        forecast: forecast[group] ?? 0,
        variance: variance[group] ?? 1,
      })),
    ),
  ];
  const matrix = new Float64Array(count * count);
  const right = new Float64Array(count);
  for (const { members, forecast, variance } of rows) {
    members.forEach((one, row) => {
      right[row] = (right[row] ?? 0) + (one * forecast) / variance;
      members.forEach((other, column) => {
        matrix[row * count + column] = (matrix[row * count + column] ?? 0) + (one * other) / variance;
      });
    });
  }
  return solveLinear(matrix, right);
}

describe('reconcileForecasts', () => {
  const total = grouping('total', [0, 0]);

  it('DEM-103 shares a gap out by the variances (Hyndman, Ahmed, Athanasopoulos and Shang 2011: ordinary least squares; structural scaling)', () => {
    const leaves = { forecast: [40, 50], variance: [1, 1] };
    const plain = reconcileForecasts(leaves, [{ grouping: total, forecast: [100], variance: [1] }]);
    expect([...plain.leaves]).toEqual([expect.closeTo(43.3333, 4), expect.closeTo(53.3333, 4)]);
    expect(plain.groups[0]?.[0]).toBeCloseTo(96.6667, 4);
    const scaled = reconcileForecasts(leaves, [{ grouping: total, forecast: [100], variance: [2] }]);
    expect([...scaled.leaves, scaled.groups[0]?.[0]].map((value) => Math.round((value ?? 0) * 1e9) / 1e9)).toEqual([
      42.5, 52.5, 95,
    ]);
  });

  it('DEM-103 goes top-down where the total is sure and bottom-up where the leaves are', () => {
    const forecasts = (leaf: number, top: number) =>
      reconcileForecasts({ forecast: [40, 50], variance: [leaf, leaf] }, [{ grouping: total, forecast: [100], variance: [top] }]);
    expect(forecasts(1, 1e-9).groups[0]?.[0]).toBeCloseTo(100, 6);
    expect([...forecasts(1e-9, 1).leaves]).toEqual([expect.closeTo(40, 6), expect.closeTo(50, 6)]);
    expect(forecasts(0, 0).leaves).toEqual(Float64Array.of(40, 50));
  });

  it('DEM-103 has no leaf below 0, and leaves alone what adds up', () => {
    const low = reconcileForecasts({ forecast: [1, 50], variance: [9, 1] }, [{ grouping: total, forecast: [10], variance: [1] }]);
    expect([low.leaves[0], low.groups[0]?.[0]]).toEqual([0, low.leaves[1]]);
    const even = reconcileForecasts({ forecast: [40, 60], variance: [1, 2] }, [
      { grouping: total, forecast: [100], variance: [3] },
    ]);
    expect(even).toEqual({ leaves: Float64Array.of(40, 60), groups: [Float64Array.of(100)] });
    expect(reconcileForecasts({ forecast: [4], variance: [1] }, [])).toEqual({ leaves: Float64Array.of(4), groups: [] });
  });

  it('DEM-103 is the weighted least squares of the paper over groupings that cross, and adds up exactly', () => {
    const leaf = fc.record({
      forecast: fc.integer({ min: 100, max: 200 }),
      variance: fc.integer({ min: 1, max: 20 }),
      item: fc.nat(2),
      site: fc.nat(1),
    });
    fc.assert(
      fc.property(
        fc.array(leaf, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 }),
        (all, draws) => {
          let drawn = 0;
          const next = (): number => draws[drawn++] ?? 1;
          const leaves = { forecast: all.map(({ forecast }) => forecast), variance: all.map(({ variance }) => variance) };
          const groupings = [
            { name: 'item', groupOf: Int32Array.from(all, ({ item }) => item), groups: 3 },
            { name: 'site', groupOf: Int32Array.from(all, ({ site }) => site), groups: 2 },
            { name: 'total', groupOf: new Int32Array(all.length), groups: 1 },
          ];
          const groups = groupings.map((of) => ({
            grouping: of,
            forecast: sumByGroup(leaves.forecast, 1, of).map((value) => value + next() - 20),
            variance: Float64Array.from({ length: of.groups }, next),
          }));
          const found = reconcileForecasts(leaves, groups);
          reconcileByMatrix(leaves, groups).forEach((expected, at) => expect(found.leaves[at]).toBeCloseTo(expected, 7));
          groupings.forEach((of, at) => expect(found.groups[at]).toEqual(sumByGroup(found.leaves, 1, of)));
        },
      ),
    );
  });
});
