import { describe, expect, it } from 'vitest';
import { collectReceipts } from './collect-receipts.ts';
import { learnLaneTimes } from './learn-lane-times.ts';
import { planDay, planPackage, weeklySales } from './testing/plan-package.ts';
import type { MemoryTables } from '#core/model/package/memory-package.ts';

const week = { calendar_id: 'WEEK', weekdays: '1111100' };

function receiptsOf(item: string, times: readonly number[], promised?: number): NonNullable<MemoryTables['receipts_history']> {
  return times.map((days, at) => ({
    order_id: `${item}${at}`,
    supplier_id: 'V',
    item_id: item,
    site_id: 'S',
    ordered_on: planDay - 300 + 10 * at,
    received_on: planDay - 300 + 10 * at + days,
    promised_on: promised === undefined ? null : planDay - 300 + 10 * at + promised,
    qty_received: 5,
  }));
}

describe('lead times of lanes', () => {
  it('POL-50 are collected by node and supplier, receipts elsewhere left out', async () => {
    const { source, frame, nodeOf } = await planPackage({
      sites: [{ site_id: 'S' }, { site_id: 'FAR' }],
      items: [{ item_id: 'P' }],
      demand_history: weeklySales('P', 10, 2),
      receipts_history: [
        ...receiptsOf('P', [13], 12),
        { order_id: 'X', supplier_id: 'V', item_id: 'P', site_id: 'FAR', ordered_on: 1, received_on: 2, qty_received: 1 },
      ],
    });
    expect(await collectReceipts(source, frame)).toEqual({
      nodes: Uint32Array.of(nodeOf('P')),
      suppliers: Uint32Array.of(0),
      orderedDays: Int32Array.of(planDay - 300),
      promisedDays: Float64Array.of(planDay - 288),
      receivedDays: Int32Array.of(planDay - 287),
    });
  });

  it('POL-50 are those of the lane alone, and drawn by what the supplier is off elsewhere', async () => {
    const { source, frame, nodeOf } = await planPackage({
      items: [{ item_id: 'P' }, { item_id: 'Q' }, { item_id: 'R' }],
      lanes: [
        { item_id: 'P', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 7 },
        { item_id: '*', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 30 },
      ],
      demand_history: ['P', 'Q', 'R'].flatMap((item) => [...weeklySales(item, 10, 2)]),
      receipts_history: [...receiptsOf('P', [13, 14, 15]), ...receiptsOf('Q', [30, 30, 30])],
    });
    const laneOf = (item: string): number => frame.laneStart[nodeOf(item)] ?? -1;
    const { own, estimates } = learnLaneTimes(frame, await collectReceipts(source, frame));
    expect([own.medians[laneOf('P')], own.means[laneOf('P')], own.sds[laneOf('P')]]).toEqual([14, 14, 1]);
    // Both lanes together are off by 3 days on average; P itself by 7 with 3 receipts.
    expect(estimates.means[laneOf('P')]).toBeCloseTo(7 + (3 / 13) * 7 + (10 / 13) * 3.5, 9);
    expect([own.counts[laneOf('R')], own.medians[laneOf('R')]]).toEqual([0, NaN]);
    expect(estimates.means[laneOf('R')]).toBeCloseTo(33.5, 9);
  });

  it('POL-50 take the own median where there is nothing else to go by', async () => {
    const { source, frame } = await planPackage({
      items: [{ item_id: 'P' }],
      lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 7 }],
      demand_history: weeklySales('P', 10, 2),
      receipts_history: receiptsOf('P', [13, 14, 15]),
    });
    const { own, estimates } = learnLaneTimes(frame, await collectReceipts(source, frame));
    expect([own.medians[0], estimates.medians[0]]).toEqual([14, 14]);
  });

  it('POL-50 count open days where the lane does', async () => {
    const { source, frame } = await planPackage({
      calendars: [week],
      sites: [{ site_id: 'S', calendar_id: 'WEEK' }],
      items: [{ item_id: 'P' }],
      lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 10, lead_time_basis: 'working' }],
      demand_history: weeklySales('P', 10, 2),
      receipts_history: receiptsOf('P', [14, 14, 14]),
    });
    const { own } = learnLaneTimes(frame, await collectReceipts(source, frame));
    expect(own.means[0]).toBeCloseTo(10, 0);
  });
});
