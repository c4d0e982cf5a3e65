import { beforeAll, describe, expect, it } from 'vitest';
import { notSet } from '#core/frame/frame-layout.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import { proposalFields, proposalKinds } from '#core/insight/parameters/proposal-columns.ts';
import { proposeParameters } from '#core/insight/parameters/propose-parameters.ts';
import { readPolicyInputs } from '#core/insight/parameters/read-policy-inputs.ts';
import { segmentFigures } from '#core/insight/parameters/segment-figures.ts';
import { createFrameReader, type FrameReader } from '#renderer/inspector/frame-reader.ts';
import { firstPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { plannedCompany } from '#renderer/stores/testing/planned-company.ts';
import { changesOfProposals, proposalKey, wholeProposals } from './accept-proposals.ts';
import { choosableCurve, exchangeAxes } from './exchange-chart-option.ts';
import { cellText, readPolicyPlace } from './policy-place.ts';
import { changesOfMoves, reviewMoves } from './policy-review.ts';
import { nodesOfCell, policyScope } from './policy-scope.ts';
import { policyValues } from './policy-values.ts';
import { cellName, targetText } from './policy-words.ts';

let planned: Planned;
let inputs: PolicyInputs;
let reader: FrameReader;

beforeAll(async () => {
  planned = await plannedCompany(600);
  const { frame, forecast, result } = planned;
  inputs = readPolicyInputs(frame, forecast, result);
  reader = createFrameReader(frame, 'en');
});

describe('segments', () => {
  it('DSK-50 are of one currency at a time, the most frequent where none is chosen', () => {
    const usual = policyScope(planned, reader, firstPlace, '');
    expect(usual.currency).toBe('EUR');
    expect([...usual.currencies].sort()).toEqual(['CHF', 'EUR', 'GBP']);
    const sizes = usual.currencies.map((currency) => policyScope(planned, reader, firstPlace, currency).nodes.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(planned.frame.meta.nodes);
    expect(policyScope(planned, reader, { ...firstPlace, company: 'HLV' }, 'EUR').currency).toBe('CHF');
  });

  it('DSK-51 add up to their rows, their columns and all', () => {
    const { nodes } = policyScope(planned, reader, firstPlace, '');
    const figures = segmentFigures(nodes, inputs, inputs.variationClass, 3);
    expect(figures.map((row) => row.length)).toEqual([4, 4, 4, 4]);
    expect(figures[3]?.[3]?.count).toBe(nodes.length);
    for (const [at, row] of figures.entries()) {
      expect(row.slice(0, 3).reduce((sum, { usageValue }) => sum + usageValue, 0)).toBeCloseTo(row[3]?.usageValue ?? NaN, 3);
      if (at === 3) continue;
      const found = nodesOfCell(nodes, { row: at, column: 1 }, inputs, inputs.variationClass);
      expect(found.length).toBe(row[1]?.count);
    }
    expect(figures[0]?.[3]).toMatchObject({ leastTarget: 0.975, mostTarget: 0.975 });
    expect(targetText(0.9, 0.975)).toBe('90–97.5%');
  });

  it('DSK-51 are kept in the address, as cell, row or column', () => {
    const at = (cell: string) => readPolicyPlace({ ...firstPlace, filters: { cell } }).cell;
    expect([at('A-Z'), at('B-'), at('-X'), at('nowhere')]).toEqual([
      { row: 0, column: 2 },
      { row: 1, column: undefined },
      { row: undefined, column: 0 },
      { row: undefined, column: undefined },
    ]);
    expect(cellText('demand', { row: 2, column: 4 })).toBe('C-lumpy');
    expect([cellName('demand', { row: 2, column: 4 }), cellName('variation', { row: 0, column: undefined })]).toEqual([
      'C lumpy',
      'A',
    ]);
  });
});

describe('the curve', () => {
  it('DSK-52 is shown where it is chosen from', () => {
    const point = (fillRate: number) => ({ fillRate, value: 1000 * fillRate ** 9, multiplier: 1 });
    const points = [0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99].map(point);
    const curve = { points, uniform: points, current: point(0.97), movable: 5, fixed: 0 };
    const shown = choosableCurve(curve);
    expect(shown.points.map(({ fillRate }) => fillRate)).toEqual([0.9, 0.95, 0.98, 0.99]);
    expect(exchangeAxes(shown)).toEqual({ mostValue: 1000, valueStep: 200, leastFill: 0.9 });
    expect(choosableCurve({ ...curve, points: points.slice(5) }).points).toHaveLength(2);
  });

  it('DSK-53 becomes changes with a reason, counted and with their money', async () => {
    const moves = {
      nodes: Uint32Array.of(0, 1),
      isStock: Uint8Array.of(0, 1),
      values: Float64Array.of(0.98, 12),
      valueChanges: Float64Array.of(-20, 50),
    };
    expect(reviewMoves(moves)).toEqual({ moves, targets: 1, stocks: 1, valueChange: 30 });
    const changes = await changesOfMoves(moves, reader, 'why');
    expect(changes).toMatchObject([
      { kind: 'parameter.set', field: 'service_target', value: 0.98, reason: 'why' },
      { kind: 'parameter.set', field: 'safety_stock', value: 12, reason: 'why' },
    ]);
  });
});

describe('proposals', () => {
  it('DSK-54 are accepted whole, and what a scenario cannot hold is left out', () => {
    const { length, views } = proposeParameters({
      base: planned.frame,
      frame: planned.frame,
      forecast: planned.forecast,
      result: planned.result,
      inputs,
      laneTimes: undefined,
    });
    expect(length).toBeGreaterThan(0);
    const { laneStart, meta } = planned.frame;
    const nodes = Array.from({ length: meta.nodes }, (_, node) => node);
    const one = nodes.find((node) => (laneStart[node + 1] ?? 0) - (laneStart[node] ?? 0) === 1) ?? -1;
    const [levels, leadTime] = [proposalKinds.indexOf('levels'), proposalKinds.indexOf('lead_time')];
    const fields = ['lead_time_sd', 'min_qty', 'max_qty', 'min_qty'] as const;
    const made = {
      length: 4,
      views: {
        ...views,
        node: Uint32Array.of(one, one, one, 9),
        lane: Int32Array.of(laneStart[one] ?? 0, notSet, notSet, notSet),
        kind: Uint8Array.of(leadTime, levels, levels, levels),
        field: Uint8Array.from(fields, (field) => proposalFields.indexOf(field)),
        proposed: Float64Array.of(2, 10, 40, 5),
      },
    };
    expect(wholeProposals(made, [2])).toEqual([1, 2]);
    const changes = changesOfProposals(made, [0, 1, 2], reader, (kind) => kind);
    expect(changes).toMatchObject([
      { field: 'lead_time_sd', value: 2, reason: 'lead_time' },
      { field: 'min_qty', value: 10, reason: 'levels' },
      { field: 'max_qty', value: 40, reason: 'levels' },
    ]);
    const twice = { ...reader, frame: { ...planned.frame, laneStart: laneStart.map((start) => 2 * start) } };
    expect(changesOfProposals(made, [0], twice, (kind) => kind)).toEqual([]);
    expect(new Set([0, 1, 2, 3].map((row) => proposalKey(made, row))).size).toBe(4);
  });

  it('DSK-55 stand beside the source of every value of the policy, and what the scenario has put in its place', () => {
    const node = planned.frame.nodeItem.findIndex((item) => planned.frame.itemClass[item] === 0);
    const item = planned.frame.nodeItem[node] ?? 0;
    const place = { itemId: reader.itemId(item), siteId: reader.siteId(planned.frame.nodeSite[node] ?? 0) };
    const typed = { kind: 'parameter.set', ...place, field: 'service_target', value: 0.99, reason: 'r' } as const;
    const read = (parameters: readonly (typeof typed)[]) =>
      policyValues(reader, node, parameters).find(({ field }) => field === 'service_target');
    expect(read([])).toEqual({ field: 'service_target', value: '97.50%', source: 'class A · all sites', typed: undefined });
    expect(read([typed])).toEqual({ field: 'service_target', value: '99.00%', source: 'class A · all sites', typed });
    expect(policyValues(reader, node, []).find(({ field }) => field === 'lead_time_days')?.source).toMatch(
      /^the lane (of|from) /,
    );
  });
});
