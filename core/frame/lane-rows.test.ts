import { mondayOf } from '#core/base/calendar-day.ts';
import { describe, expect, it } from 'vitest';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { buildFrame } from './build-frame.ts';
import { notSet, type Frame } from './frame-layout.ts';
import { frameTexts } from './frame-texts.ts';
import { openFrame } from './open-frame.ts';

const manifest = { planDay: 20_458, horizonDays: 28, currency: 'EUR' };
const plants: MemoryTables = {
  sites: [{ site_id: 'HUB' }, { site_id: 'P1', kind: 'plant' }, { site_id: 'P2', kind: 'plant' }],
  items: [{ item_id: 'A' }, { item_id: 'B' }, { item_id: 'C', decimals: 1 }],
  suppliers: [{ supplier_id: 'S1' }, { supplier_id: 'S2' }],
};

async function frameOf(tables: MemoryTables): Promise<Frame> {
  return openFrame(await buildFrame(createMemoryPackage(manifest, tables), 1));
}

/** `ITEM@SITE` of a node. */
function nodeName(frame: Frame, node: number): string {
  const texts = frameTexts(frame);
  return `${texts.itemId(frame.nodeItem[node] ?? notSet)}@${texts.siteId(frame.nodeSite[node] ?? notSet)}`;
}

/** The components of each lane of A@HUB as `ITEM@SITE`. */
async function componentsByLane(tables: MemoryTables): Promise<string[][]> {
  const frame = await frameOf(tables);
  const node = frame.nodeItem.findIndex((_, row) => nodeName(frame, row) === 'A@HUB');
  const lanes = frame.laneKind.map((_, lane) => lane).subarray(frame.laneStart[node], frame.laneStart[node + 1]);
  return [...lanes].map((lane) =>
    [...frame.bomNode.subarray(frame.bomStart[lane], frame.bomStart[lane + 1])].map((row) => nodeName(frame, row)),
  );
}

describe('the components of a lane', () => {
  it('FRM-15 are those of the plant that the make lane names', async () => {
    const lanes = await componentsByLane({
      ...plants,
      lanes: [
        { item_id: 'A', site_id: 'HUB', kind: 'make', source_id: 'P1', lead_time_days: 2, priority: 1 },
        { item_id: 'A', site_id: 'HUB', kind: 'make', source_id: 'P2', lead_time_days: 3, priority: 2 },
        { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 3, priority: 3 },
      ],
      bom: [
        { parent_item_id: 'A', component_item_id: 'B', qty: 1 },
        { parent_item_id: 'A', component_item_id: 'C', qty: 1, site_id: 'P2', kind: 'normal' },
      ],
    });
    expect(lanes).toEqual([['B@P1'], ['C@P2'], []]);
  });

  const subcontracted = {
    lanes: [
      { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 2, priority: 1 },
      { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S2', lead_time_days: 3, priority: 2 },
    ],
    bom: [
      { parent_item_id: 'A', component_item_id: 'B', qty: 1, kind: 'subcontract' },
      { parent_item_id: 'A', component_item_id: 'C', qty: 1, kind: 'normal' },
    ],
  } as const satisfies MemoryTables;

  it('FRM-16 lie with the subcontractor: its own site, else the only one of that kind, else the destination', async () => {
    expect(await componentsByLane({ ...plants, ...subcontracted })).toEqual([['B@HUB'], ['B@HUB']]);
    const workshop = { site_id: 'SUB', kind: 'subcontractor' } as const;
    const withSites = (sites: MemoryTables['sites']): MemoryTables => ({
      ...plants,
      ...subcontracted,
      sites: [...(plants.sites ?? []), ...(sites ?? [])],
    });
    expect(await componentsByLane(withSites([workshop]))).toEqual([['B@SUB'], ['B@SUB']]);
    expect(await componentsByLane(withSites([workshop, { site_id: 'S2', kind: 'subcontractor' }]))).toEqual([
      ['B@HUB'],
      ['B@S2'],
    ]);
  });

  it('FRM-16 lie where their row says, if the subcontractor and the destination have no rows of their own', async () => {
    const bomAt = (...sites: string[]): NonNullable<MemoryTables['bom']> =>
      sites.map((site_id) => ({ parent_item_id: 'A', component_item_id: 'B', qty: 1, kind: 'subcontract', site_id }));
    expect(await componentsByLane({ ...plants, ...subcontracted, bom: bomAt('P2', 'P1') })).toEqual([['B@P1'], ['B@P1']]);
    expect(await componentsByLane({ ...plants, ...subcontracted, bom: bomAt('P1', 'HUB') })).toEqual([['B@HUB'], ['B@HUB']]);
  });

  it('FRM-16 do not make a kit of a subcontracted item', async () => {
    const frame = await frameOf({
      ...plants,
      ...subcontracted,
      demand_open: [{ order_id: 'O', item_id: 'A', site_id: 'HUB', due_date: manifest.planDay, qty: 2 }],
    });
    expect([frame.demandStart[0], frame.demandStart[1], nodeName(frame, 0)]).toEqual([0, 1, 'A@HUB']);
  });
});

describe('what else belongs to a lane', () => {
  it('FRM-17 lists the price breaks of the supplier by quantity in grains', async () => {
    const frame = await frameOf({
      ...plants,
      lanes: [
        { item_id: 'C', site_id: '*', kind: 'buy', source_id: 'S1', lead_time_days: 2, priority: 1 },
        { item_id: 'C', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 2, priority: 1 },
        { item_id: 'C', site_id: 'HUB', kind: 'buy', source_id: 'S2', lead_time_days: 2, priority: 2 },
      ],
      price_breaks: [
        { item_id: 'C', supplier_id: 'S1', min_qty: 50, unit_cost: 8 },
        { item_id: 'C', supplier_id: 'S1', min_qty: 0.5, unit_cost: 9 },
        { item_id: 'B', supplier_id: 'S2', min_qty: 1, unit_cost: 1 },
      ],
    });
    expect([[...frame.breakStart], [...frame.breakMinQty], [...frame.breakUnitCost]]).toEqual([
      [0, 2, 2],
      [5000, 500_000],
      [9, 8],
    ]);
  });

  it('FRM-14 takes the order days of the lane, of the supplier, or of both together', async () => {
    const frame = await frameOf({
      ...plants,
      calendars: [
        { calendar_id: 'MON', weekdays: '1000000' },
        { calendar_id: 'WEEK', weekdays: '1111100' },
      ],
      suppliers: [{ supplier_id: 'S1', calendar_id: 'WEEK' }, { supplier_id: 'S2' }],
      lanes: [
        { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 2, priority: 1, calendar_id: 'MON' },
        { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 2, priority: 2 },
        { item_id: 'A', site_id: 'HUB', kind: 'buy', source_id: 'S2', lead_time_days: 2, priority: 3 },
        { item_id: 'A', site_id: 'HUB', kind: 'transfer', source_id: 'P1', lead_time_days: 2, priority: 4 },
      ],
    });
    expect([...frame.laneCalendar]).toEqual([3, 2, 0, 0]);
    const { calendarSpan, calendarFirstDay } = frame.meta;
    const openOn = (calendar: number): string =>
      Array.from(
        { length: 7 },
        (_, day) => frame.calendarOpen[calendar * calendarSpan + mondayOf(calendarFirstDay) + 7 - calendarFirstDay + day],
      ).join('');
    expect(Array.from(openOn(3), Number)).toEqual(Array.from(openOn(1), (open, day) => Number(open) * Number(openOn(2)[day])));
  });
});

describe('a successor', () => {
  const succession: MemoryTables = {
    ...plants,
    items: [
      { item_id: 'A', successor_id: 'B', successor_from: manifest.planDay + 7 },
      { item_id: 'B', successor_id: 'C' },
      { item_id: 'C' },
    ],
    stock: [{ item_id: 'A', site_id: 'HUB', qty: 1 }],
  };

  it('FRM-18 is planned after the item it replaces, at the same site', async () => {
    const frame = await frameOf(succession);
    expect([0, 1, 2].map((node) => nodeName(frame, node))).toEqual(['A@HUB', 'B@HUB', 'C@HUB']);
    expect([[...frame.nodeSuccessor], [...frame.nodeSuccessorFrom], [...frame.nodeLevel], frame.meta.networks]).toEqual([
      [1, 2, notSet],
      [manifest.planDay + 7, manifest.planDay, notSet],
      [0, 1, 2],
      1,
    ]);
  });

  it('FRM-7 does not replace itself over others', async () => {
    const items = [...(succession.items ?? [])].map((row) => (row.item_id === 'C' ? { ...row, successor_id: 'A' } : row));
    await expect(frameOf({ ...succession, items })).rejects.toMatchObject({
      code: 'plan.cycle',
      data: { path: ['A@HUB', 'B@HUB', 'C@HUB', 'A@HUB'] },
    });
  });
});

describe('columns of the package beyond the published format', () => {
  it('PKG-12 are read in whole days', async () => {
    const frame = await frameOf({
      ...plants,
      items: [{ item_id: 'A', weight: 2.5, volume: 0.1 }],
      suppliers: [{ supplier_id: 'S1', grouping_days: 6.5, load_weight: 800, load_volume: 12.5 }],
      stock: [{ item_id: 'A', site_id: 'HUB', qty: 1 }],
      policies: [{ item_id: '*', site_id: '*', wait_days: 3, safety_lead_time_days: 1.5 }],
    });
    expect([frame.nodeWaitDays[0], frame.nodeSafetyLeadTimeDays[0], frame.supplierGroupingDays[0]]).toEqual([3, 2, 7]);
    expect([frame.supplierLoadWeight[0], frame.supplierLoadVolume[0], frame.itemWeight[0], frame.itemVolume[0]]).toEqual([
      800, 12.5, 2.5, 0.1,
    ]);
  });
});
