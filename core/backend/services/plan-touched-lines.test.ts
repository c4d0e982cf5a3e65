import { describe, expect, it } from 'vitest';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { resolveChanges } from '#core/plan/node-changes.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { planTouchedLines } from './plan-touched-lines.ts';

const planDay = 20_458;
const spike = { item_id: 'A', site_id: 'DC', date: planDay - 9, qty: 900 };
const exclusion: HistoryExclusion = {
  ...{ kind: 'history.exclude', itemId: 'A', siteId: 'DC', day: spike.date, qty: 900, lines: 1 },
  ...{ isExcluded: true, reason: 'project', owner: 'ada' },
};

describe('planning the lines to approve', () => {
  it('PLN-38 finds the lines of the desk where demand is excluded', async () => {
    const source = createMemoryPackage(
      { planDay, horizonDays: 28, currency: 'EUR' },
      {
        sites: [{ site_id: 'DC' }],
        suppliers: [{ supplier_id: 'S' }],
        items: [{ item_id: 'A' }],
        lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S', lead_time_days: 3 }],
        demand_history: [
          ...Array.from({ length: 20 }, (_, week) => ({ ...spike, date: planDay - 7 * (week + 1), qty: 70 })),
          spike,
        ],
      },
    );
    const frame = openFrame(await buildFrame(source, 1));
    const changes = { ...noChanges, exclusions: [exclusion] };
    expect(resolveChanges(frame, createFrameLookup(frame), changes).revised).toBeUndefined();
    const { result } = planFrame(frame, changes);
    const asked = {
      kind: 'buy',
      itemId: 'A',
      siteId: 'DC',
      sourceId: 'S',
      orderDay: 0,
      shipDay: 0,
      receiptDay: 0,
      qty: 0,
    } as const;
    const { views } = forecastFrame(frame);
    const found = planTouchedLines(frame, views, changes, [asked]).map(({ line }) => line.qty * 1000);
    expect(found).toEqual([...result.orderQty]);
    expect(planTouchedLines(frame, views, noChanges, [asked]).map(({ line }) => line.qty * 1000)).not.toEqual(found);
  });
});
