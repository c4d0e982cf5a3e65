import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { buildFrame } from './build-frame.ts';
import type { Frame } from './frame-layout.ts';
import { openFrame } from './open-frame.ts';

const planDay = parseDay('2026-01-05');
const masters: MemoryTables = {
  calendars: [{ calendar_id: 'WEEK', weekdays: '1111100' }],
  calendar_days: [{ calendar_id: 'WEEK', date: parseDay('2025-12-24'), open: 0 }],
  sites: [{ site_id: 'HUB' }, { site_id: 'SHOP', calendar_id: 'WEEK' }],
  items: [{ item_id: 'A' }, { item_id: 'B' }, { item_id: 'KIT' }],
  bom: [{ parent_item_id: 'KIT', component_item_id: 'A', qty: 2, kind: 'phantom' }],
};

type Line = Partial<PackageRow<'demand_history'>>;

function line(date: string, qty: number, more: Line = {}): Line {
  return { item_id: 'A', site_id: 'HUB', date: parseDay(date), qty, customer_id: 'C1', ...more };
}

async function frameOf(demand_history: readonly Line[], tables: MemoryTables = {}): Promise<Frame> {
  const source = createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, { ...masters, demand_history, ...tables });
  return openFrame(await buildFrame(source, 1));
}

/** Units per week of the frame's first node. */
async function weeksOf(demand_history: readonly Line[], tables: MemoryTables = {}): Promise<number[]> {
  const frame = await frameOf(demand_history, tables);
  return [...frame.historyQty.slice(0, frame.meta.historyWeeks)].map((grains) => grains / 1000);
}

describe('the history of a frame', () => {
  const early = line('2025-12-22', 5);
  const late = line('2025-12-29', 7);

  it('FRM-11 leaves out cancelled pairs and does not subtract other returns', async () => {
    const back = line('2025-12-30', 80, { kind: 'return' });
    expect(await weeksOf([early, late, line('2025-12-23', 80), back])).toEqual([5, 7]);
    expect(await weeksOf([early, late, line('2025-12-23', 80), { ...back, qty: -80 }])).toEqual([5, 7]);
    expect(await weeksOf([early, late, line('2025-12-23', 80), { ...back, kind: 'sale', qty: -80 }])).toEqual([5, 7]);
    expect(await weeksOf([early, late, line('2025-12-23', 80), { ...back, customer_id: 'C2' }])).toEqual([85, 7]);
    expect(await weeksOf([early, late, { ...back, qty: 3 }])).toEqual([5, 7]);
  });

  it('FRM-11 leaves out what a planner has excluded, and keeps the item', async () => {
    const spike = line('2025-12-30', 900);
    const word = { item_id: 'A', site_id: 'HUB', date: parseDay('2025-12-30'), qty: 900 };
    const others = { ...word, customer_id: 'C2', reason: 'project', excluded_by: 'mm' };
    expect(await weeksOf([early, late, spike], { demand_exclusions: [word] })).toEqual([5, 7]);
    expect(await weeksOf([early, late, spike], { demand_exclusions: [others] })).toEqual([5, 907]);
    const nothing = await frameOf([spike], { demand_exclusions: [word] });
    expect([nothing.meta.nodes, nothing.meta.historyWeeks]).toEqual([1, 0]);
  });

  it('FRM-11 excludes the lines of a kit as they were booked', async () => {
    const kit = line('2025-12-30', 4, { item_id: 'KIT' });
    const word = { item_id: 'KIT', site_id: 'HUB', date: parseDay('2025-12-30'), qty: 4 };
    expect(await weeksOf([late, kit])).toEqual([15]);
    expect(await weeksOf([late, kit], { demand_exclusions: [word] })).toEqual([7]);
    expect(await weeksOf([late, kit, { ...kit, kind: 'return' }])).toEqual([7]);
  });

  it('FRM-11 scales weeks with stock on some days, and does not know those with stock on few and no sale', async () => {
    const out = (from: string, to: string) => [
      { item_id: 'A', site_id: 'HUB', from_date: parseDay(from), to_date: parseDay(to) },
    ];
    const first = line('2025-12-15', 3);
    expect(await weeksOf([first, late], { stockouts: out('2025-12-22', '2025-12-25') })).toEqual([3, NaN, 7]);
    expect(await weeksOf([first, late], { stockouts: out('2025-12-22', '2025-12-24') })).toEqual([3, 0, 7]);
    expect(await weeksOf([first, late], { stockouts: out('2026-01-01', '2026-01-31') })).toEqual([3, 0, 14]);
    expect(await weeksOf([first, late], { stockouts: out('2026-01-02', '2026-01-03') })).toEqual([3, 0, 10]);
    expect(await weeksOf([first], { stockouts: out('2020-01-01', '2025-12-14') })).toEqual([3, 0, 0]);
  });

  it('FRM-11 counts open days by the calendar of the site', async () => {
    const sold = [line('2025-12-15', 3, { site_id: 'SHOP' }), line('2025-12-29', 7, { site_id: 'SHOP' })];
    const out = (from: string, to: string) => [
      { item_id: 'A', site_id: 'SHOP', from_date: parseDay(from), to_date: parseDay(to) },
    ];
    // Open on Monday, Tuesday, Thursday and Friday of Christmas week.
    expect(await weeksOf(sold, { stockouts: out('2025-12-23', '2025-12-25') })).toEqual([3, 0, 7]);
    expect(await weeksOf(sold, { stockouts: out('2025-12-23', '2025-12-26') })).toEqual([3, NaN, 7]);
    expect(await weeksOf(sold, { stockouts: out('2026-01-03', '2026-01-04') })).toEqual([3, 0, 7]);
  });

  it('FRM-11 knows nothing of stock-outs elsewhere', async () => {
    const stockouts = [{ item_id: 'B', site_id: 'HUB', from_date: planDay - 100, to_date: planDay }];
    const frame = await frameOf([early, late], { stockouts });
    expect([frame.meta.nodes, ...frame.historyQty]).toEqual([1, 5000, 7000]);
  });
});
