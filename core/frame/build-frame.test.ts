import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { buildFrame } from './build-frame.ts';
import { codeOf, planMethods } from './codes.ts';
import { notSet, type Frame } from './frame-layout.ts';
import { openFrame } from './open-frame.ts';
import { textAt } from './text-columns.ts';

const manifest = { planDay: parseDay('2026-01-05'), horizonDays: 28, currency: 'EUR' };

const company: MemoryTables = {
  companies: [{ company_id: 'EU', currency: 'EUR' }],
  calendars: [{ calendar_id: 'WEEK', weekdays: '1111100' }],
  calendar_days: [{ calendar_id: 'WEEK', date: parseDay('2026-01-06'), open: 0 }],
  sites: [
    { site_id: 'HUB', kind: 'hub', company_id: 'EU', calendar_id: 'WEEK' },
    { site_id: 'BRANCH', kind: 'branch', company_id: 'EU' },
    { site_id: 'PLANT', kind: 'plant', company_id: 'EU' },
  ],
  items: [
    { item_id: 'PUMP', family: 'PUMPS', cost: 90 },
    { item_id: 'MOTOR', family: 'MOTORS', cost: 40 },
    { item_id: 'SEAL', family: 'SEALS', decimals: 2, cost: 1 },
    { item_id: 'KIT', family: 'KITS' },
  ],
  suppliers: [{ supplier_id: 'S1', company_id: 'EU', calendar_id: 'WEEK' }, { supplier_id: 'S2' }],
  stock: [
    { item_id: 'PUMP', site_id: 'BRANCH', qty: 3, status: 'available' },
    { item_id: 'PUMP', site_id: 'BRANCH', qty: 2, status: 'quarantine', release_on: parseDay('2026-01-12') },
  ],
  demand_history: [
    { item_id: 'PUMP', site_id: 'BRANCH', date: parseDay('2025-12-22'), qty: 5, kind: 'sale' },
    { item_id: 'PUMP', site_id: 'BRANCH', date: parseDay('2025-12-29'), qty: 7 },
    { item_id: 'PUMP', site_id: 'BRANCH', date: parseDay('2025-12-30'), qty: 1, kind: 'return' },
    { item_id: 'PUMP', site_id: 'BRANCH', date: parseDay('2025-12-31'), qty: 90, kind: 'transfer' },
  ],
  demand_open: [{ order_id: 'SO1', item_id: 'KIT', site_id: 'BRANCH', due_date: parseDay('2026-01-07'), qty: 4 }],
  supply_open: [
    {
      order_id: 'PO1',
      kind: 'buy',
      item_id: 'MOTOR',
      site_id: 'PLANT',
      due_date: parseDay('2026-01-20'),
      qty: 8,
      source_id: 'S1',
    },
  ],
  lanes: [
    { item_id: '*', site_id: 'BRANCH', kind: 'transfer', source_id: 'HUB', lead_time_days: 2 },
    { item_id: 'PUMP', site_id: 'HUB', kind: 'transfer', source_id: 'PLANT', lead_time_days: 3 },
    { item_id: 'PUMP', site_id: 'PLANT', kind: 'make', lead_time_days: 5 },
    { item_id: '*', site_id: '*', kind: 'buy', source_id: 'S2', lead_time_days: 30, priority: 2 },
    { item_id: '*', site_id: '*', kind: 'buy', source_id: 'S1', lead_time_days: 10, priority: 1, multiple: 12 },
  ],
  bom: [
    { parent_item_id: 'PUMP', component_item_id: 'MOTOR', qty: 1, scrap: 0.2 },
    { parent_item_id: 'PUMP', component_item_id: 'SEAL', qty: 0.25 },
    { parent_item_id: 'KIT', component_item_id: 'PUMP', qty: 2, kind: 'phantom' },
  ],
  policies: [
    { item_id: '*', site_id: '*', method: 'time_phased', safety_days: 3 },
    { item_id: 'family:PUMPS', site_id: '*', method: 'min_max', min_qty: 4, max_qty: 10 },
    { item_id: '*', site_id: 'HUB', method: 'none' },
  ],
};

function nodeNames(frame: Frame): string[] {
  return [...frame.nodeItem].map((item, node) => {
    const itemId = textAt({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds }, item);
    return `${itemId}@${textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, frame.nodeSite[node] ?? 0)}`;
  });
}

async function frameOf(tables: MemoryTables): Promise<Frame> {
  return openFrame(await buildFrame(createMemoryPackage(manifest, tables), 7));
}

describe('buildFrame', () => {
  it('FRM-4 adds the item-locations that lanes and recipes draw on, in planning order', async () => {
    const frame = await frameOf(company);
    expect(frame.meta).toMatchObject({ datasetVersion: 7, nodes: 5, networks: 1, planDay: manifest.planDay });
    expect(nodeNames(frame)).toEqual(['PUMP@BRANCH', 'PUMP@HUB', 'PUMP@PLANT', 'MOTOR@PLANT', 'SEAL@PLANT']);
    expect([...frame.nodeLevel]).toEqual([0, 1, 2, 3, 3]);
  });

  it('FRM-5 gives the same bytes for the same rows in any order', async () => {
    const expected = Buffer.from(await buildFrame(createMemoryPackage(manifest, company), 7));
    const shuffles = fc.record(
      Object.fromEntries(
        Object.entries(company).map(([table, rows]) => {
          const all: readonly object[] = [...rows];
          return [table, fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })];
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffles, async (tables) => {
        const bytes = Buffer.from(await buildFrame(createMemoryPackage(manifest, tables as MemoryTables), 7)); // the same tables, shuffled
        expect(bytes.equals(expected)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('FRM-8 resolves the most specific policy', async () => {
    const frame = await frameOf(company);
    const methods = [...frame.nodeMethod].map((code) => planMethods[code]);
    expect(methods).toEqual(['min_max', 'min_max', 'min_max', 'time_phased', 'time_phased']);
    expect([frame.nodeMinQty[0], frame.nodeMaxQty[0], frame.nodeSafetyDays[3]]).toEqual([4000, 10_000, 3]);
    expect(frame.nodeSafetyStock[0]).toBe(notSet);
    expect(codeOf(planMethods, 'min_max')).toBe(0);
  });

  it('FRM-9 takes the most specific lanes, by priority, with rounding in grains', async () => {
    const frame = await frameOf(company);
    const motor = nodeNames(frame).indexOf('MOTOR@PLANT');
    const [first, end] = [frame.laneStart[motor]!, frame.laneStart[motor + 1]!]; // the node is there
    expect(end - first).toBe(2);
    expect([frame.laneLeadTimeDays[first], frame.laneMultiple[first], frame.laneLeadTimeDays[first + 1]]).toEqual([
      10, 12_000, 30,
    ]);
    expect(frame.laneSource[frame.laneStart[0]!]).toBe(1); // PUMP@BRANCH is supplied from node 1, PUMP@HUB
  });

  it('FRM-11 sums demand into weeks and leaves out what is no demand', async () => {
    const frame = await frameOf(company);
    expect([frame.meta.historyWeeks, ...frame.historyQty.slice(0, 2)]).toEqual([2, 5000, 7000]);
  });

  it('FRM-12 lets the demand of a kit fall on its components', async () => {
    const frame = await frameOf(company);
    expect([frame.demandStart[0], frame.demandStart[1], frame.demandQty[0]]).toEqual([0, 1, 8000]);
    expect(textAt({ bytes: frame.demandOrderBytes, ends: frame.demandOrderEnds }, 0)).toBe('SO1');
  });

  it('FRM-13 states components as exact fractions of grains, scrap included', async () => {
    const frame = await frameOf(company);
    const [motor, seal] = [frame.bomStart[2]!, frame.bomStart[2]! + 1]; // PUMP@PLANT is node 2
    expect([frame.bomNumerator[motor], frame.bomDenominator[motor]]).toEqual([5, 4]);
    expect([frame.bomNumerator[seal], frame.bomDenominator[seal]]).toEqual([25, 1]);
  });

  it('FRM-14 lays out calendars with their exceptions; calendar 0 is always open', async () => {
    const { calendarOpen, meta, siteCalendar } = await frameOf(company);
    const monday = meta.planDay - meta.calendarFirstDay;
    expect([...calendarOpen.slice(meta.calendarSpan + monday, meta.calendarSpan + monday + 7)]).toEqual([1, 0, 1, 1, 1, 0, 0]);
    expect([...calendarOpen.slice(monday, monday + 7)]).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect([...siteCalendar]).toEqual([0, 1, 0]);
  });

  it('FRM-7 names lanes that go in a circle', async () => {
    const circle: MemoryTables = {
      ...company,
      lanes: [
        { item_id: 'PUMP', site_id: 'HUB', kind: 'transfer', source_id: 'BRANCH', lead_time_days: 1 },
        { item_id: 'PUMP', site_id: 'BRANCH', kind: 'transfer', source_id: 'HUB', lead_time_days: 1 },
      ],
    };
    await expect(frameOf(circle)).rejects.toThrow('PUMP@BRANCH -> PUMP@HUB -> PUMP@BRANCH');
  });

  it('FRM-7 names recipes that go in a circle', async () => {
    const item = (parent: string, component: string, kind: 'normal' | 'phantom'): object => ({
      parent_item_id: parent,
      component_item_id: component,
      qty: 1,
      kind,
    });
    const withRecipe = (...bom: object[]): MemoryTables => ({
      ...company,
      lanes: [{ item_id: '*', site_id: 'PLANT', kind: 'make', lead_time_days: 1 }],
      bom: bom as NonNullable<MemoryTables['bom']>, // rows as declared above
    });
    const made = withRecipe(item('PUMP', 'MOTOR', 'normal'), item('MOTOR', 'SEAL', 'normal'), item('SEAL', 'PUMP', 'normal'));
    await expect(frameOf(made)).rejects.toThrow('MOTOR@PLANT -> SEAL@PLANT -> PUMP@PLANT -> MOTOR@PLANT');
    const kits = [item('SEAL', 'PUMP', 'phantom'), item('PUMP', 'MOTOR', 'phantom'), item('MOTOR', 'SEAL', 'phantom')];
    for (const rows of [kits, kits.toReversed()]) {
      await expect(frameOf(withRecipe(...rows))).rejects.toMatchObject({ data: { path: ['MOTOR', 'SEAL', 'PUMP', 'MOTOR'] } });
    }
  });

  it('FRM-9 takes nothing by transfer from what is no site', async () => {
    const frame = await frameOf({
      ...company,
      lanes: [
        { item_id: 'PUMP', site_id: 'BRANCH', kind: 'transfer', source_id: 'S1', lead_time_days: 1 },
        { item_id: '*', site_id: '*', kind: 'transfer', source_id: 'HUB', lead_time_days: 2 },
      ],
    });
    const [first] = [frame.laneStart[nodeNames(frame).indexOf('PUMP@BRANCH')] ?? notSet];
    expect([frame.laneLeadTimeDays[first], nodeNames(frame)[frame.laneSource[first] ?? notSet]]).toEqual([2, 'PUMP@HUB']);
  });
});
