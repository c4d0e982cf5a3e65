import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import type { BucketKind } from '#core/demand/cleansing/time-buckets.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { collectBuckets } from './bucket-history.ts';
import { forecastBuckets } from './forecast-buckets.ts';
import { watchOpenDays } from './watch-open-days.ts';

interface Booking {
  readonly item_id?: string;
  readonly date: string;
  readonly qty: number;
  readonly customer_id?: string;
  readonly kind?: 'sale' | 'return' | 'transfer' | 'consumption' | 'adjustment' | 'scrap';
}

const planDay = parseDay('2026-01-14'); // a Wednesday

/** Grains per item and bucket, the oldest first, as they are gathered of bookings. */
async function historyOf(
  kind: BucketKind,
  bookings: readonly Booking[],
  tables: MemoryTables = {},
): Promise<Readonly<Record<string, readonly number[]>>> {
  const package_ = createMemoryPackage(
    { planDay, horizonDays: 28, currency: 'EUR' },
    {
      sites: [{ site_id: 'DC', calendar_id: 'C' }],
      calendars: [{ calendar_id: 'C', weekdays: '1111100' }],
      items: [{ item_id: 'A' }, { item_id: 'B', decimals: 2 }],
      demand_history: bookings.map(({ date, ...rest }) => ({ item_id: 'A', site_id: 'DC', ...rest, date: parseDay(date) })),
      ...tables,
    },
  );
  const collector = collectBuckets(package_, forecastBuckets(kind, planDay, 1).history);
  const { source, openDays } = watchOpenDays(collector.source);
  await buildFrame(source, 1);
  return Object.fromEntries(collector.locations(await openDays()).map(({ itemId, grains }) => [itemId, [...grains]]));
}

describe('collectBuckets', () => {
  it('FCT-11 sums into the weeks before the running one', async () => {
    const history = await historyOf('week', [
      { date: '2026-01-11', qty: 4 },
      { date: '2026-01-05', qty: 1 },
      { date: '2025-12-24', qty: 2 },
      { date: '2026-01-12', qty: 64 },
      { date: '2026-01-13', qty: 64 },
    ]);
    expect(history).toEqual({ A: [2000, 0, 5000] });
  });

  it('FCT-11 leaves the running month out, and keeps every day before the plan day', async () => {
    const bookings = [
      { date: '2025-11-30', qty: 1 },
      { date: '2025-12-31', qty: 2 },
      { date: '2026-01-13', qty: 4 },
      { date: '2026-01-14', qty: 8 },
    ];
    expect(await historyOf('month', bookings)).toEqual({ A: [1000, 2000] });
    const days = (await historyOf('day', bookings))['A'];
    expect([days?.length, days?.at(0), days?.at(31), days?.at(-1)]).toEqual([45, 1000, 2000, 4000]);
  });

  it('FCT-11 counts sales and consumption and leaves returns and other kinds out', async () => {
    const date = '2026-01-05';
    const history = await historyOf('week', [
      { date, qty: 10, kind: 'sale' },
      { date, qty: 3, kind: 'consumption' },
      { date, qty: 1, kind: 'return' },
      { date, qty: 64, kind: 'transfer' },
      { date, qty: 64, kind: 'adjustment' },
      { date, qty: 64, kind: 'scrap' },
    ]);
    expect(history).toEqual({ A: [13_000] });
  });

  it('FCT-11 drops cancelled pairs and lines that a planner excluded', async () => {
    const history = await historyOf(
      'week',
      [
        { date: '2026-01-05', qty: 5 },
        { date: '2026-01-05', qty: 800, customer_id: 'K' },
        { date: '2026-01-07', qty: 800, customer_id: 'K', kind: 'return' },
        { date: '2026-01-06', qty: 90 },
      ],
      { demand_exclusions: [{ item_id: 'A', site_id: 'DC', date: parseDay('2026-01-06'), qty: 90 }] },
    );
    expect(history).toEqual({ A: [5000] });
  });

  it('FCT-11 scales a week up that was partly out of stock, and does not know one that sold nothing without stock', async () => {
    const history = await historyOf(
      'week',
      [
        { date: '2025-12-15', qty: 7 },
        { date: '2025-12-23', qty: 6 },
        { date: '2026-01-05', qty: 7 },
      ],
      {
        stockouts: [
          { item_id: 'A', site_id: 'DC', from_date: parseDay('2025-12-25'), to_date: parseDay('2026-01-02') },
          { item_id: 'B', site_id: 'DC', from_date: parseDay('2025-12-25'), to_date: parseDay('2026-01-02') },
        ],
      },
    );
    // Open from Monday to Friday: two of five days without stock, then all five.
    expect(history).toEqual({ A: [7000, 10_000, NaN, 7000] });
  });

  it('FCT-11 adds decimals exactly and orders locations by id, whatever the order of the rows', async () => {
    const tenths = Array.from({ length: 10 }, (): Booking => ({ item_id: 'B', date: '2026-01-05', qty: 0.1 }));
    const old: Booking = { date: '2015-01-05', qty: 1 };
    const forward = await historyOf('week', [...tenths, old]);
    const backward = await historyOf('week', [old, ...tenths]);
    expect([forward, Object.keys(forward), Object.keys(backward)]).toEqual([{ A: [], B: [100_000] }, ['A', 'B'], ['A', 'B']]);
    expect(backward).toEqual(forward);
  });
});
