import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantDistribution } from '#core/statistics/constant-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';
import { echelonCost } from './echelon-cost.ts';
import { gridDemand } from './grid-demand.ts';
import { localLevels } from './local-levels.ts';
import { serialBaseStock, serialCost } from './serial-base-stock.ts';
import { serialBounds } from './serial-bounds.ts';
import { serialHeuristic } from './serial-heuristic.ts';
import type { SerialSystem } from './serial-system.ts';

const normalLine = (mean: number, sd: number, rest: Pick<SerialSystem, 'stages' | 'stockoutCost'>): SerialSystem => ({
  ...rest,
  demandOver: (time) => normalDistribution(mean * time, sd * Math.sqrt(time)),
  isWhole: false,
});
const example = normalLine(5, 1, {
  stages: [
    { echelonHoldingCost: 2, leadTime: 2 },
    { echelonHoldingCost: 2, leadTime: 1 },
    { echelonHoldingCost: 3, leadTime: 1 },
  ],
  stockoutCost: 37.12,
});
const problem = normalLine(100, 15, {
  stages: [
    { echelonHoldingCost: 1, leadTime: 1 },
    { echelonHoldingCost: 1, leadTime: 1 },
  ],
  stockoutCost: 15,
});

describe('serial lines', () => {
  it('POL-32 costs 47.66 with levels 22.70, 12.02 and 6.49 (Snyder and Shen, example 6.1)', () => {
    const { echelonLevels, cost } = serialBaseStock(example);
    expect(echelonLevels.map((level) => Number(level.toFixed(1)))).toEqual([22.7, 12, 6.5]);
    expect(cost).toBeCloseTo(47.66, 2);
    expect(serialCost(example, echelonLevels)).toBeCloseTo(cost, 3);
  });

  it('POL-32 bounds the upstream level by 225.18 and 232.54, and takes the middle as a heuristic (problem 6.1)', () => {
    const [upstream] = serialBounds(problem);
    expect(upstream?.low).toBeCloseTo(225.18, 2);
    expect(upstream?.high).toBeCloseTo(232.54, 2);
    const { echelonLevels } = serialHeuristic(problem);
    expect(echelonLevels[0]).toBeCloseTo(228.86005391444402, 9);
    expect(echelonLevels[1]).toBeCloseTo(123.47089707042699, 9);
    const loss = serialCost(problem, echelonLevels) / serialBaseStock(problem).cost - 1;
    expect(loss).toBeLessThan(0.001);
  });

  it('POL-32 leaves to each place what its echelon has beyond the next', () => {
    expect(localLevels([22, 12, 15])).toEqual([10, 0, 12]);
    expect(localLevels([12, 22])).toEqual([0, 12]);
  });

  it('POL-32 is the newsvendor for one stage: 56.60 at a cost of 1.9976 (Snyder and Shen, example 4.3)', () => {
    const single = normalLine(50, 8, { stages: [{ echelonHoldingCost: 0.18, leadTime: 1 }], stockoutCost: 0.7 });
    const { echelonLevels, cost } = serialBaseStock(single);
    expect(echelonLevels[0]).toBeCloseTo(56.604, 3);
    expect(cost).toBeCloseTo(1.9976, 3);
  });

  it('POL-32 holds the demand of the lead times where it is certain, to a thousandth of it', () => {
    const stages = [
      { echelonHoldingCost: 1, leadTime: 2 },
      { echelonHoldingCost: 0, leadTime: 0 },
      { echelonHoldingCost: 1, leadTime: 1 },
    ];
    const certain = serialBaseStock(normalLine(10, 0, { stages, stockoutCost: 5 }));
    expect(certain.echelonLevels[0]).toBeCloseTo(30, 1);
    expect(certain.echelonLevels[2]).toBeCloseTo(10, 1);
    // What is on the way to the last stage, at the cost of the first.
    expect(certain.cost).toBeCloseTo(10, 1);
  });

  it('refuses a line in which waiting is free', () => {
    expect(() => serialBaseStock({ ...problem, stockoutCost: 0 })).toThrow('a stockout costs something');
  });

  it('keeps a certain demand on the grid, and costs nothing at it', () => {
    const demand = gridDemand(constantDistribution(3), 1);
    expect([demand.first, ...demand.probabilities]).toEqual([3, 1]);
    const waiting = { low: 0, costs: Float64Array.of(0), slope: -10, level: 0 };
    const found = echelonCost({ below: waiting, holdingPerStep: 1, demand, high: 8, level: undefined, isWhole: true });
    expect([found.level, found.costs.at(-1), found.slope]).toEqual([3, 0, -9]);
  });
});

const wholeLines = fc
  .record({
    rate: fc.integer({ min: 1, max: 4 }),
    stockoutCost: fc.integer({ min: 2, max: 40 }),
    stages: fc.array(
      fc.record({ echelonHoldingCost: fc.integer({ min: 1, max: 5 }), leadTime: fc.integer({ min: 0, max: 2 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ rate, ...rest }) => ({ ...rest, demandOver: (time: number) => poissonDistribution(rate * time), isWhole: true }));

describe('serial lines of any kind', () => {
  it('POL-32 finds no cheaper levels around the best, which lie within their bounds', () => {
    fc.assert(
      fc.property(wholeLines, fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }), (line, moves) => {
        const best = serialBaseStock(line);
        expect(serialCost(line, best.echelonLevels)).toBeCloseTo(best.cost, 9);
        const moved = best.echelonLevels.map((level, stage) => level + (moves[stage] ?? 0));
        expect(serialCost(line, moved)).toBeGreaterThanOrEqual(best.cost - 1e-9);
        serialBounds(line).forEach(({ low, high }, stage) => {
          expect(best.echelonLevels[stage]).toBeGreaterThanOrEqual(low);
          expect(best.echelonLevels[stage]).toBeLessThanOrEqual(high);
        });
      }),
    );
  });
});
