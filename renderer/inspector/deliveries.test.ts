import { describe, expect, it } from 'vitest';
import { notSet } from '#core/frame/frame-layout.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { planCase, type PlannedCase } from '#core/plan/testing/plan-case.ts';
import { listDeliveryRows } from './delivery-rows.ts';
import { describeLateDemand, type LateDemandRow } from './describe-late-demand.ts';
import { createFrameReader } from './frame-reader.ts';

/** A hub whose own order takes `leadTimeDays`, and a shop two days from it with an order for the fifth day. */
function hubAndShop(leadTimeDays: number, horizonDays = 60) {
  return createMemoryPackage(
    { planDay: 20_458, horizonDays, currency: 'EUR' },
    {
      sites: [{ site_id: 'SHOP' }, { site_id: 'HUB' }],
      items: [{ item_id: 'A' }],
      suppliers: [{ supplier_id: 'S1' }],
      stock: [{ item_id: 'A', site_id: 'HUB', qty: 15 }],
      demand_open: [{ order_id: 'SO-1', item_id: 'A', site_id: 'SHOP', due_date: 20_463, qty: 40 }],
      lanes: [
        { item_id: 'A', site_id: 'SHOP', kind: 'transfer', source_id: 'HUB', lead_time_days: 2 },
        { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: leadTimeDays },
      ],
    },
  );
}

function nodeOf(planned: PlannedCase, name: string): number {
  return Array.from(planned.frame.nodeItem, (_, node) => planned.nameOf(node)).indexOf(name);
}

function lateRows({ planner, frame }: PlannedCase): readonly LateDemandRow[] {
  const reader = createFrameReader(frame, 'en');
  return describeLateDemand(planner.deliver(0).lateDemand, reader);
}

describe('what is delivered in fact', () => {
  it('DSK-12 lists what of a line arrives when, and where it is short', async () => {
    const planned = await planCase(hubAndShop(10));
    const [shop, hub] = [nodeOf(planned, 'A@SHOP'), nodeOf(planned, 'A@HUB')];
    const rows = listDeliveryRows(planned.planner.deliver(0).deliveries, planned.result, shop, undefined);
    expect(rows).toEqual([
      {
        order: planned.result.nodeOrderStart[shop],
        isSelected: false,
        grains: 40_000,
        receiptDay: 20_463,
        shortNode: hub,
        arrivals: [
          { day: 20_463, grains: 15_000 },
          { day: 20_470, grains: 25_000 },
        ],
      },
    ]);
  });

  it('DSK-12 says what does not arrive inside the horizon', async () => {
    const planned = await planCase(hubAndShop(30, 20));
    const shop = nodeOf(planned, 'A@SHOP');
    const [row] = listDeliveryRows(planned.planner.deliver(0).deliveries, planned.result, shop, undefined);
    expect(row?.arrivals).toEqual([
      { day: 20_463, grains: 15_000 },
      { day: notSet, grains: 25_000 },
    ]);
  });

  it('DSK-12 shows the selected line first', async () => {
    const { result } = await planCase(hubAndShop(10));
    const parts = [0, 1].map((ordinal) => ({ node: 0, ordinal, receiptDay: notSet, grains: 0, shortNode: notSet }));
    const first = result.nodeOrderStart[0] ?? 0;
    expect(listDeliveryRows(parts, result, 0, first + 1).map(({ order }) => order - first)).toEqual([1, 0]);
  });
});

describe('late demand', () => {
  it('DSK-12 names the order, what is missing, when it is served, and what binds where', async () => {
    const planned = await planCase(hubAndShop(10));
    expect(lateRows(planned)).toEqual([
      {
        name: 'SO-1',
        due: 'Sat 10 Jan 26',
        missing: '25',
        served: 'Sat 17 Jan 26',
        lateBy: '7 days late',
        isNeverServed: false,
        constraint: 'Lead time at HUB',
        constraintNode: nodeOf(planned, 'A@HUB'),
      },
    ]);
  });

  it('DSK-12 says that it is not served inside the horizon', async () => {
    const [row] = lateRows(await planCase(hubAndShop(30, 20)));
    expect([row?.served, row?.lateBy, row?.isNeverServed]).toEqual(['not within the horizon', '', true]);
  });

  it('DSK-12 tells what is owed already from the forecast where both are late', async () => {
    const { frame, planner } = await planCase(hubAndShop(10));
    const [late] = planner.deliver(0).lateDemand;
    if (!late) throw new Error('Nothing is late');
    const unnamed = { ...late, orderRow: notSet };
    const rows = [{ ...unnamed, kind: 'owed' as const }, late, { ...unnamed, kind: 'forecast' as const }];
    const names = describeLateDemand(rows, createFrameReader(frame, 'en')).map(({ name }) => name);
    expect(names).toEqual(['Owed already', 'SO-1', 'Forecast']);
  });
});
