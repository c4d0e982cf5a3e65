import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#core/base/app-error.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { buildFrame } from './build-frame.ts';
import { frameLayout } from './frame-layout.ts';
import { openFrame } from './open-frame.ts';
import { planDay, randomTables } from './testing/random-tables.ts';

const manifest = { planDay, horizonDays: 28, currency: 'EUR' };

/** Every column of a frame byte by byte, or the error that the package is. */
async function contentOf(tables: MemoryTables): Promise<unknown> {
  try {
    const frame = openFrame(await buildFrame(createMemoryPackage(manifest, tables), 1));
    const columns = Object.keys(frameLayout).map((name) => {
      const { buffer, byteOffset, byteLength } = frame[name as keyof typeof frameLayout]; // names of the layout
      return [name, Buffer.from(buffer, byteOffset, byteLength).toString('hex')];
    });
    return { meta: frame.meta, columns: Object.fromEntries(columns) as unknown };
  } catch (error) {
    if (isAppError(error)) return { code: error.code, data: error.data };
    throw error;
  }
}

/** The same rows in another order. */
function shuffled(tables: MemoryTables): fc.Arbitrary<MemoryTables> {
  return fc.record(
    Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => {
        const all: readonly object[] = [...rows];
        return [table, fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })];
      }),
    ),
  ); // the same tables
}

const base: MemoryTables = {
  calendars: [{ calendar_id: 'C', weekdays: '1111111' }],
  sites: [{ site_id: 'S' }],
  items: [{ item_id: 'A' }, { item_id: 'KIT' }, { item_id: 'SET' }],
  suppliers: [{ supplier_id: 'V' }],
};
const place = { item_id: 'A', site_id: 'S' } as const;
const order = { order_id: 'O', site_id: 'S', due_date: planDay, qty: 1 } as const;
const supply = { ...place, order_id: 'O', kind: 'buy', due_date: planDay, qty: 1 } as const;
const lane = { ...place, kind: 'buy', source_id: 'V', lead_time_days: 1 } as const;
const make = { ...place, kind: 'make', lead_time_days: 1 } as const;
const kits = ['KIT', 'SET'].map(
  (parent_item_id) => ({ parent_item_id, component_item_id: 'A', qty: 1, kind: 'phantom' }) as const,
);
const component = { parent_item_id: 'A', component_item_id: 'KIT' } as const;

/** Rows that once showed their order in the frame. */
const ties: readonly (readonly [string, MemoryTables])[] = [
  [
    'two lines of one order, one on hold',
    {
      bom: kits,
      demand_open: [
        { ...order, item_id: 'KIT', hold: 1 },
        { ...order, item_id: 'SET' },
      ],
    },
  ],
  ['two lines of one supply, one a draft', { supply_open: [{ ...supply, status: 'draft' }, supply] }],
  [
    'a priority of 0 and one of -0',
    {
      bom: kits,
      demand_open: [
        { ...order, item_id: 'KIT', priority: -0 },
        { ...order, item_id: 'SET', priority: 0 },
      ],
    },
  ],
  [
    'stock of less than a grain above and below zero',
    {
      stock: [
        { ...place, qty: -0.0001 },
        { ...place, qty: 0 },
      ],
    },
  ],
  [
    'lanes that differ in what is rarely set',
    {
      lanes: [
        { ...lane, moq: 1 },
        { ...lane, moq: 2, valid_to: planDay },
        { ...lane, unit_cost: 3 },
      ],
    },
  ],
  [
    'a first priority said and unsaid',
    {
      lanes: [
        { ...lane, priority: 1 },
        { ...lane, calendar_id: 'C' },
      ],
    },
  ],
  [
    'components that end on other days',
    {
      lanes: [make],
      bom: [
        { ...component, qty: 1, valid_to: planDay },
        { ...component, qty: 1 },
      ],
    },
  ],
  [
    'components that differ in what they are per',
    {
      lanes: [make],
      bom: [
        { ...component, qty: 1, per_qty: 2 },
        { ...component, qty: 1, per_qty: 3 },
      ],
    },
  ],
  [
    'two policies for the same',
    {
      policies: [
        { ...place, safety_days: 2 },
        { ...place, safety_days: 1 },
      ],
    },
  ],
  [
    'two words on one day of a calendar',
    {
      calendar_days: [
        { calendar_id: 'C', date: planDay, open: 1 },
        { calendar_id: 'C', date: planDay, open: 0 },
      ],
    },
  ],
];

describe('rows in another order', () => {
  it.each(ties)('FRM-5 give the same bytes: %s', async (_, tables) => {
    const backwards = Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => [table, [...(rows as Iterable<object>)].reverse()]),
    ); // tables hold rows
    expect(await contentOf({ ...base, ...(backwards as MemoryTables) })).toEqual(await contentOf({ ...base, ...tables })); // the same tables
  });

  it('FRM-5 give the same classes where a year of an item is more than a double counts', async () => {
    const items = ['A', 'B', 'C', 'D', 'E', 'F'].map((item_id) => ({ item_id, decimals: 6, cost: 1 }));
    // Grains one by one are lost beside so many, and are not when they come first.
    const sold = (item_id: string): object[] =>
      [1e-9, 1e-9, 1e-9, 1e-9, 2 ** 53 / 1e9].map((qty) => ({ item_id, site_id: 'S', date: planDay - 20, qty }));
    const history = sold('A');
    const others = ['B', 'C', 'D', 'E', 'F'].flatMap(sold);
    const lanes = ['A', 'B', 'C'].map((letter, days) => ({
      item_id: `class:${letter}`,
      site_id: '*',
      kind: 'buy',
      lead_time_days: days,
    }));
    const frames = [history, history.toReversed()].map(
      (demand_history) => contentOf({ ...base, items, lanes, demand_history: [...demand_history, ...others] } as MemoryTables), // rows as declared above
    );
    expect(await frames[1]).toEqual(await frames[0]);
  });

  it('FRM-5 give the same bytes, whatever ties there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomTables.chain((tables) => fc.tuple(fc.constant(tables), shuffled(tables))),
        async ([tables, others]) => {
          expect(await contentOf(others)).toEqual(await contentOf(tables));
        },
      ),
      { numRuns: 200 },
    );
  });
});
