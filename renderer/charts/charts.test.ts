import { describe, expect, it } from 'vitest';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { fromGrains } from '#core/base/quantity.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { writeCsv } from './chart-table.ts';
import { readDemandWeeks } from './demand-weeks.ts';
import { labelOffsets } from './label-offsets.ts';
import { readProjectionDays } from './projection-days.ts';

const planDay = 20458;
const planned = await planCase(createDemoCompany({ seed: 2, itemLocations: 1000, planDay, historyWeeks: 26 }));

describe('what charts show', () => {
  it('GRD-13 is the projection in stock units, day by day', () => {
    const node = planned.result.orderNode[0] ?? 0;
    const projection = planned.planner.project(node);
    const days = readProjectionDays(projection, planned.frame, planned.result, node);
    expect(days.count).toBe(projection.balance.length);
    expect(days.balance[10]).toBe(fromGrains(projection.balance[10] ?? 0, projection.decimals));
  });

  it('GRD-13 marks the days of late receipts', () => {
    const order = planned.result.orderLateDays.findIndex((days) => days > 0);
    const node = planned.result.orderNode[order] ?? 0;
    const days = readProjectionDays(planned.planner.project(node), planned.frame, planned.result, node);
    expect(days.lateDays).toContain(planned.result.orderReceiptDay[order]);
  });

  it('GRD-13 joins history and forecast week by week', () => {
    const node = planned.result.orderNode[0] ?? 0;
    const demand = readDemandWeeks(planned.frame, node, planned.planner.project(node), 13);
    expect(demand.history.filter((value) => value !== null)).toHaveLength(13);
    expect(demand.forecast.filter((value) => value !== null)).toHaveLength(26);
    expect(demand.weeks[12]).toBe(planned.frame.meta.historyFirstDay + 25 * 7);
  });

  it('GRD-13 leaves out weeks of which the demand is not known', () => {
    const node = planned.result.orderNode[0] ?? 0;
    const historyQty = planned.frame.historyQty.slice();
    historyQty[node * planned.frame.meta.historyWeeks + 20] = NaN;
    const demand = readDemandWeeks({ ...planned.frame, historyQty }, node, planned.planner.project(node), 13);
    expect([demand.history[7], demand.history[6] !== null, demand.forecast[7]]).toEqual([null, true, null]);
  });

  it('GRD-13 keeps the names of lines apart', () => {
    expect(labelOffsets([[100], [99], [0]])).toEqual([0, 12, 0]);
  });

  it('GRD-13 writes the table behind a chart as CSV', () => {
    expect(writeCsv({ header: ['Day', 'Balance'], rows: [['5 Jan', '1,200']] })).toBe('Day,Balance\r\n5 Jan,"1,200"\r\n');
  });
});
