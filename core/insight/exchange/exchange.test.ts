import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { applyParameters } from '#core/plan/apply-parameters.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { resolveChanges } from '#core/plan/node-changes.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { movableNodes } from './movable-nodes.ts';
import { policyCurve } from './policy-curve.ts';
import { policyMoves } from './policy-moves.ts';
import { serviceOfStocks } from './service-of-stocks.ts';

let frame: Frame;
let forecast: ForecastViews;
let result: PlanResult;
let all: Uint32Array;

beforeAll(async () => {
  const company = createDemoCompany({ seed: 1, itemLocations: 600, planDay: 20_458, historyWeeks: 80 });
  frame = openFrame(await buildFrame(company, 1));
  forecast = forecastFrame(frame).views;
  result = planFrame(frame).result;
  all = Uint32Array.from({ length: frame.meta.nodes }, (_, node) => node);
});

describe('the exchange curve of a plan', () => {
  it('POL-70 moves what a target, a typed stock or nothing protects, and counts what levels protect', () => {
    const nodes = movableNodes(frame, forecast, result, all);
    expect(nodes.policies.length).toBeGreaterThan(100);
    expect(
      nodes.policies.every(({ isJudged, protection, typedDays }) => isJudged && protection !== 'levels' && typedDays === 0),
    ).toBe(true);
    const [policy] = nodes.policies;
    const days = { ...frame, nodeSafetyDays: frame.nodeSafetyDays.slice().fill(3) };
    expect(movableNodes(days, forecast, result, [policy?.node ?? 0])).toMatchObject({ policies: [], fixed: 1 });
  });

  it('POL-71 rises in both coordinates, and is nowhere dearer than one factor for all', () => {
    const { points, uniform, current } = policyCurve(forecast, movableNodes(frame, forecast, result, all), 31);
    expect(points.length).toBeGreaterThan(20);
    points.forEach(({ value, fillRate }, at) => {
      expect(value).toBeGreaterThan(points[at - 1]?.value ?? -1);
      expect(fillRate).toBeGreaterThanOrEqual(points[at - 1]?.fillRate ?? 0);
    });
    const same = uniform.find(({ fillRate }) => fillRate > 0.97);
    const better = points.findLast(({ fillRate }) => fillRate <= (same?.fillRate ?? 0));
    expect(better?.value).toBeLessThan((same?.value ?? 0) * 1.02);
    expect(current.fillRate).toBeGreaterThan(0.8);
    expect(serviceOfStocks(forecast, { ...movableNodes(frame, forecast, result, []) }, () => 1)).toEqual({
      fillRate: 1,
      value: 0,
    });
  });

  it('POL-72 leads, applied, to the stock and service of its point', () => {
    const nodes = movableNodes(frame, forecast, result, all);
    const { points } = policyCurve(forecast, nodes, 31);
    const point = points[18]!; // of 31
    const moves = policyMoves(forecast, nodes, point.multiplier);
    expect(moves.nodes.length).toBeGreaterThan(50);
    const typed = nodes.policies.filter(({ protection }) => protection === 'typed').map(({ node }) => node);
    moves.nodes.forEach((node, at) => typed.includes(node) && expect(moves.isStock[at]).toBe(1));
    const read = planFrame(frame);
    const parameters = Array.from(moves.nodes, (node, at) => {
      const [itemId = '', siteId = ''] = read.nameOf(node).split('@');
      const field = moves.isStock[at] === 1 ? ('safety_stock' as const) : ('service_target' as const);
      return { kind: 'parameter.set' as const, itemId, siteId, field, value: moves.values[at] ?? 0, reason: '' };
    });
    const changes = { ...noChanges, parameters };
    const changed = applyParameters(frame, resolveChanges(frame, createFrameLookup(frame), changes).parameters);
    // At the same demand; the plan itself then orders the new stock through the network, which is demand once.
    const after = movableNodes(changed, forecast, result, all);
    const reached = serviceOfStocks(forecast, after, (at) => after.held[at] ?? 0);
    expect(reached.value).toBeCloseTo(point.value, -Math.log10(point.value) + 3);
    expect(reached.fillRate).toBeCloseTo(point.fillRate, 3);
    const before = serviceOfStocks(forecast, nodes, (at) => nodes.held[at] ?? 0);
    expect(moves.valueChanges.reduce((sum, change) => sum + change, 0)).toBeCloseTo(point.value - before.value, 3);
    expect(policyMoves(forecast, after, point.multiplier).nodes.length).toBeLessThanOrEqual(moves.nodes.length / 50);
  });
});
