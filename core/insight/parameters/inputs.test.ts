import { beforeAll, describe, expect, it } from 'vitest';
import { usageClasses } from '#core/frame/usage-classes.ts';
import { exchangeCurve } from '#core/policy/service/exchange-curve.ts';
import { demandDrift } from './demand-drift.ts';
import { exchangeInputs } from './exchange-inputs.ts';
import { protections, readNodePolicy } from './node-policy.ts';
import { pastDemand, soldWeeks } from './past-demand.ts';
import type { PolicyInputs } from './policy-inputs.ts';
import { segmentFigures } from './segment-figures.ts';
import { planPackage, weeklySales, type PlannedPackage } from './testing/plan-package.ts';

let planned: PlannedPackage;
beforeAll(async () => {
  planned = await planPackage({
    items: [
      { item_id: 'DEAR', cost: 90, price: 120 },
      { item_id: 'CHEAP', cost: 2 },
      { item_id: 'LUMPY', cost: 1 },
      { item_id: 'LEVEL', cost: 5 },
      { item_id: 'DEAD', cost: 5 },
    ],
    stock: [
      { item_id: 'DEAR', site_id: 'S', qty: 30 },
      { item_id: 'DEAD', site_id: 'S', qty: 4 },
    ],
    demand_history: [
      ...weeklySales('DEAR', 20, 5),
      ...weeklySales('CHEAP', 40, 8, { shift: 1.4, shiftWeek: 13 }),
      ...weeklySales('LUMPY', 6, 6).map((row, week) => ({ ...row, qty: week % 6 === 0 ? 40 : 0 })),
      ...weeklySales('LEVEL', 14, 4),
    ],
    policies: [
      { item_id: '*', site_id: '*', method: 'time_phased', service_target: 0.95 },
      { item_id: 'LEVEL', site_id: '*', method: 'min_max', min_qty: 20, max_qty: 60 },
    ],
  });
});

describe('past demand', () => {
  it('POL-53 leaves out weeks whose demand is unknown', () => {
    const { frame } = planned;
    const node = planned.nodeOf('CHEAP');
    const weeks = frame.meta.historyWeeks;
    const history = frame.historyQty.slice();
    history.set([4000, NaN, 6000, 5000], node * weeks);
    const gaps = { ...frame, historyQty: history };
    expect(pastDemand(gaps, node, 0, 4)).toEqual({ weeks: 3, sum: 15, mean: 5, variance: 1 });
    expect(pastDemand(gaps, node, 0, 1)).toEqual({ weeks: 1, sum: 4, mean: 4, variance: 0 });
    expect([soldWeeks(frame, node, 52), soldWeeks(frame, planned.nodeOf('DEAD'), 52)]).toEqual([52, 0]);
  });

  it('POL-65 compares a quarter with the same one a year ago', () => {
    const drift = demandDrift(planned.frame, planned.nodeOf('CHEAP'));
    expect((drift?.now ?? 0) / (drift?.before ?? 1)).toBeCloseTo(1.4, 0);
    expect(drift?.deviations).toBeGreaterThan(4);
    expect(drift?.weeks).toBe(26);
    expect(Math.abs(demandDrift(planned.frame, planned.nodeOf('DEAR'))?.deviations ?? 9)).toBeLessThan(2);
    const { frame } = planned;
    const alternating = frame.historyQty.slice();
    const first = planned.nodeOf('DEAR') * frame.meta.historyWeeks;
    for (let week = 0; week < frame.meta.historyWeeks; week += 1) {
      const level = week >= frame.meta.historyWeeks - 13 ? 14_000 : 10_000;
      alternating[first + week] = level + (week % 13 === 0 ? 0 : week % 2 === 0 ? 1000 : -1000);
    }
    expect(demandDrift({ ...frame, historyQty: alternating }, planned.nodeOf('DEAR'))?.deviations).toBeCloseTo(10.2, 1);
    const short = { ...frame, meta: { ...frame.meta, historyWeeks: 60 } };
    expect(demandDrift(short, 0)).toBeUndefined();
  });
});

describe('readPolicyInputs', () => {
  it('POL-53 reads demand, deviation, orders and service of every node', () => {
    const { inputs, frame, forecast, result } = planned;
    const dear = planned.nodeOf('DEAR');
    const policy = readNodePolicy(frame, forecast, result, dear);
    expect(inputs.annualDemand[dear]).toBeCloseTo(policy.dailyDemand * 365, 9);
    expect(inputs.annualDemand[dear]).toBeGreaterThan(900);
    expect(inputs.protectionDays[dear]).toBe(14);
    expect(inputs.sigma[dear]).toBeCloseTo(policy.weeklySd * Math.SQRT2, 9);
    expect([inputs.unitCost[dear], inputs.price[dear]]).toEqual([90, 120]);
    expect(inputs.cycleService[dear]).toBeGreaterThanOrEqual(0.95);
    expect(inputs.factor[dear]).toBeGreaterThanOrEqual(1.6448);
    expect(inputs.stockValue[dear]).toBe(2700);
    expect(inputs.price[planned.nodeOf('CHEAP')]).toBe(2);
    expect(protections[inputs.protections[planned.nodeOf('LEVEL')] ?? 0]).toBe('levels');
  });

  it('POL-53 counts the minimum beyond the demand of the lead time as the safety stock of levels', () => {
    const { inputs, frame, forecast, result } = planned;
    const level = planned.nodeOf('LEVEL');
    const { leadDemand } = readNodePolicy(frame, forecast, result, level);
    expect(inputs.safetyStock[level]).toBeCloseTo(20 - leadDemand, 9);
    expect(inputs.safetyStock[level]).toBeLessThan(0);
    expect(inputs.cycleService[level]).toBeLessThan(0.5);
    expect(inputs.orderQty[level]).toBe(40);
  });

  it('POL-53 judges nothing without demand', () => {
    const { inputs } = planned;
    const dead = planned.nodeOf('DEAD');
    expect([inputs.isJudged[dead], inputs.cycleService[dead], inputs.stockValue[dead]]).toEqual([0, NaN, 20]);
  });

  it('POL-37 POL-53 classes demand by value and by variation', () => {
    const { inputs } = planned;
    const classOf = (item: string): string => {
      const node = planned.nodeOf(item);
      return `${usageClasses[inputs.usageClass[node] ?? 0]}${'XYZ'[inputs.variationClass[node] ?? 0]}`;
    };
    expect(['DEAR', 'CHEAP', 'LUMPY', 'DEAD'].map(classOf)).toEqual(['AX', 'BX', 'CZ', 'CZ']);
  });
});

describe('segmentFigures', () => {
  const allOf = (inputs: PolicyInputs): Uint32Array => Uint32Array.from(inputs.isJudged, (_, node) => node);

  it('POL-54 counts every node once, and its money', () => {
    const { inputs } = planned;
    const figures = segmentFigures(allOf(inputs), inputs, inputs.variationClass, 3);
    const whole = figures[3]?.[3];
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(whole?.count).toBe(inputs.isJudged.length);
    expect(whole?.stockValue).toBeCloseTo(sum(inputs.stockValue), 6);
    expect(whole?.usageValue).toBeCloseTo(sum(inputs.usageValue), 6);
    expect(figures[0]?.[0]?.fillRate).toBeCloseTo(inputs.fillRate[planned.nodeOf('DEAR')] ?? 0, 12);
    expect(figures[0]?.[0]).toMatchObject({ leastTarget: 0.95, mostTarget: 0.95 });
    expect(figures[0]?.[2]?.fillRate).toBeNaN();
  });

  it('POL-38 counts only the nodes that are asked for', () => {
    const { inputs } = planned;
    const figures = segmentFigures(Uint32Array.of(planned.nodeOf('LUMPY')), inputs, inputs.variationClass, 3);
    expect(figures.map((row) => row.map(({ count }) => count))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
  });
});

describe('exchangeInputs', () => {
  it('POL-55 holds what is judged and asked for, and draws its curve', () => {
    const { inputs } = planned;
    const { items, rows, safetyStocks } = exchangeInputs(inputs, (node) => inputs.usageClass[node] === 0);
    expect([...rows]).toEqual([planned.nodeOf('DEAR')]);
    expect(safetyStocks[0]).toBe(inputs.safetyStock[planned.nodeOf('DEAR')]);
    const { current } = exchangeCurve(items, 5, safetyStocks, rows);
    expect(current?.value).toBeCloseTo((safetyStocks[0] ?? 0) * 90, 9);
    expect(exchangeInputs(inputs).rows).not.toContain(planned.nodeOf('DEAD'));
  });
});
