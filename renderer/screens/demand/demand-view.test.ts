import { beforeAll, describe, expect, it } from 'vitest';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { createFrameReader, type FrameReader } from '#renderer/inspector/frame-reader.ts';
import { firstPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { plannedCompany } from '#renderer/stores/testing/planned-company.ts';
import { demandColumns } from './demand-columns.ts';
import { isBiased, isEnding, signalLimit } from './demand-flags.ts';
import { createDemandMeasures, type DemandMeasures } from './demand-measures.ts';
import { nodeScope } from './demand-scope.ts';
import { forecastBand } from './forecast-band.ts';
import { forecastChanges } from './forecast-changes.ts';
import { placeOverrides, readForecastWeeks } from './forecast-weeks.ts';
import { indexOverrides } from './index-overrides.ts';
import { selectDemand } from './select-demand.ts';
import { weekColumns } from './week-columns.ts';

const planDay = 20_458;
let planned: Planned;
let reader: FrameReader;
let measures: DemandMeasures;

beforeAll(async () => {
  planned = await plannedCompany(1000);
  const { frame, forecast } = planned;
  reader = createFrameReader(frame, 'en');
  measures = createDemandMeasures(frame, forecast);
  measures.measureTo(Infinity);
});

function overrideOf(node: number, week: number, qty: number | null, more: Partial<ForecastOverride> = {}): ForecastOverride {
  return {
    kind: 'forecast.set',
    itemId: reader.itemId(planned.frame.nodeItem[node] ?? 0),
    siteId: reader.siteId(planned.frame.nodeSite[node] ?? 0),
    weekDay: planDay + 7 * week,
    qty,
    statisticalQty: 1,
    reason: 'Project',
    owner: 'Kim',
    expiresOn: null,
    ...more,
  };
}

function indexOf(overrides: readonly ForecastOverride[]) {
  return indexOverrides(planned.frame, createFrameLookup(planned.frame), overrides);
}

/** A node that is sold, without open orders that would take from its forecast. */
function quietNode(): number {
  const { frame, forecast } = planned;
  return Array.from(forecast.forecastLevel.keys()).findIndex(
    (node) => (forecast.forecastLevel[node] ?? 0) > 3000 && frame.demandStart[node] === frame.demandStart[node + 1],
  );
}

describe('the list of forecasts', () => {
  it('DSK-21 opens on what lies to one side of demand, ends, or expired, and counts the rest', () => {
    const { rows, hidden } = selectDemand(planned, firstPlace, measures, indexOf([]));
    expect(rows.length).toBeGreaterThan(0);
    expect([...rows].every((node) => isBiased(measures, node) || isEnding(planned, measures, node))).toBe(true);
    expect(rows.length + hidden).toBe(planned.frame.meta.nodes);
  });

  it('DSK-21 puts what was typed and expired first', () => {
    const node = quietNode();
    const { rows } = selectDemand(planned, firstPlace, measures, indexOf([overrideOf(node, 3, 5, { expiresOn: planDay - 1 })]));
    expect(rows[0]).toBe(node);
  });

  it('DSK-22 is 12 where the forecast lies above each of twelve weeks, below 0 where it lies below', () => {
    const { frame, forecast } = planned;
    const historyQty = new Float32Array(frame.historyQty.length).fill(10_000);
    const shaped = new Uint8Array(frame.meta.nodes);
    const level = new Float64Array(frame.meta.nodes).fill(10_000);
    level.set([12_000, 8000]);
    const made = createDemandMeasures({ ...frame, historyQty }, { ...forecast, forecastLevel: level, forecastShaped: shaped });
    made.measureTo(3);
    expect([...made.signal.subarray(0, 3), made.measured(), made.recentMean[0]]).toEqual([12, -12, 0, 3, 10_000]);
    expect(signalLimit).toBeLessThan(12);
  });

  it('DSK-22 leaves out weeks of which the demand is not known', () => {
    const { frame, forecast } = planned;
    const historyQty = new Float32Array(frame.historyQty.length).fill(10_000);
    historyQty[frame.meta.historyWeeks - 1] = NaN;
    const made = createDemandMeasures({ ...frame, historyQty }, forecast);
    made.measureTo(1);
    expect(made.recentMean[0]).toBe(10_000);
  });

  it('DSK-21 shows every cell of every row', () => {
    const columns = demandColumns(planned, reader, measures, indexOf([]));
    for (const column of columns) expect(typeof column.textAt(quietNode()), column.id).toBe('string');
  });
});

describe('the weeks to come', () => {
  it('DSK-23 are those of the plan, with and without overrides', () => {
    const node = quietNode();
    const typed = overrideOf(node, 2, 77);
    const { planner } = planFrame(planned.frame, { ...noChanges, forecasts: [typed] });
    const daily = planner.project(node).demandForecast;
    const weeks = readForecastWeeks(planned.frame, planned.forecast, node, [typed]);
    const ofPlan = weeks.days.map((_, week) => daily.slice(7 * week, 7 * week + 7).reduce((sum, grains) => sum + grains, 0));
    expect(weeks.inForce.map((qty) => Math.round(qty * 1000))).toEqual(ofPlan);
    expect([weeks.inForce[2], weeks.statistical[2] === 77]).toEqual([77, false]);
  });

  it('DSK-24 show an expired override as expired and do not plan with it', () => {
    const node = quietNode();
    const expired = overrideOf(node, 1, 77, { expiresOn: planDay - 1 });
    const weeks = readForecastWeeks(planned.frame, planned.forecast, node, [expired]);
    expect(weeks.inForce).toEqual(weeks.statistical);
    const placed = placeOverrides(planned.frame, [expired, overrideOf(node, -3, 5)]);
    expect([...placed.values()].map(({ week, isInForce }) => [week, isInForce])).toEqual([[1, false]]);
    const scope = nodeScope(planned, node, indexOf([expired]));
    const columns = weekColumns({ scope, placed, drafts: new Map(), uom: 'pcs' });
    const cell = (id: string) => columns.find((column) => column.id === id);
    expect([cell('typed')?.textAt(1), cell('state')?.textAt(1), cell('typed')?.isMarkedAt?.(1, 'expired')]).toEqual([
      '77',
      'expired',
      true,
    ]);
  });

  it('DSK-24 have a band around the forecast of which the lower end is not below nothing', () => {
    const node = quietNode();
    const { weeks, decimals } = nodeScope(planned, node, indexOf([]));
    const band = forecastBand(planned.forecast, node, weeks.statistical, decimals, true);
    expect(band?.low.every((low, week) => low >= 0 && low <= (band.high[week] ?? 0))).toBe(true);
    expect(band?.high[0]).toBeGreaterThan(weeks.statistical[0] ?? 0);
  });
});

describe('typing over the weeks', () => {
  const terms = { reason: 'Project', owner: 'Kim', expiresOn: null };

  it('DSK-25 make an override that remembers the statistical forecast, and none where it says the same', () => {
    const node = quietNode();
    const scope = nodeScope(planned, node, indexOf([]));
    const same = scope.weeks.statistical[1] ?? 0;
    const typed = new Map([
      [1, same],
      [2, 88],
    ]);
    const { changes } = forecastChanges({ planned, reader, overrides: indexOf([]), scope, typed, terms });
    expect(changes).toEqual([overrideOf(node, 2, 88, { statisticalQty: scope.weeks.statistical[2] ?? 0 })]);
  });

  it('DSK-25 take away what was typed on another plan day for the same week', () => {
    const node = quietNode();
    const older = overrideOf(node, 2, 50, { weekDay: planDay + 16 });
    const overrides = indexOf([older]);
    const scope = nodeScope(planned, node, overrides);
    const { changes } = forecastChanges({ planned, reader, overrides, scope, typed: new Map([[2, 88]]), terms });
    expect(changes.map(({ weekDay, qty }) => [weekDay - planDay, qty])).toEqual([
      [16, null],
      [14, 88],
    ]);
    const { changes: back } = forecastChanges({ planned, reader, overrides, scope, typed: new Map([[2, null]]), terms });
    expect(back.map(({ weekDay, qty }) => [weekDay - planDay, qty])).toEqual([[16, null]]);
  });
});
