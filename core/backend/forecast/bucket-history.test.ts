import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { collectBuckets } from './bucket-history.ts';
import { timeBuckets, type BucketKind } from './time-buckets.ts';

interface Booking {
  readonly item_id?: string;
  readonly date: string;
  readonly qty: number;
  readonly kind?: 'sale' | 'return' | 'transfer' | 'consumption' | 'adjustment' | 'scrap';
}

/** What is gathered of bookings, planned on a Wednesday, the oldest bucket first. */
async function historyOf(kind: BucketKind, bookings: readonly Booking[]): Promise<Readonly<Record<string, readonly number[]>>> {
  const source = createMemoryPackage(
    { planDay: parseDay('2026-01-14'), horizonDays: 28, currency: 'EUR' },
    {
      sites: [{ site_id: 'DC' }],
      items: [{ item_id: 'A' }, { item_id: 'B', decimals: 2 }],
      demand_history: bookings.map(({ date, ...rest }) => ({ item_id: 'A', site_id: 'DC', ...rest, date: parseDay(date) })),
    },
  );
  const collector = collectBuckets(source, timeBuckets(kind));
  for (const table of ['items', 'demand_history'] as const) {
    for await (const row of collector.source.rows(table)) expect(row.item_id).toBeDefined();
  }
  return Object.fromEntries(
    collector.locations().map(({ itemId, grains }) => {
      const values = [...grains].reverse();
      return [itemId, values.slice(values.findIndex((value) => value !== 0))];
    }),
  );
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

  it('FCT-11 counts sales and consumption, subtracts returns, and leaves other kinds out', async () => {
    const date = '2026-01-05';
    const history = await historyOf('week', [
      { date, qty: 10, kind: 'sale' },
      { date, qty: 3, kind: 'consumption' },
      { date, qty: 1, kind: 'return' },
      { date, qty: 64, kind: 'transfer' },
      { date, qty: 64, kind: 'adjustment' },
      { date, qty: 64, kind: 'scrap' },
    ]);
    expect(history).toEqual({ A: [12_000] });
  });

  it('FCT-11 adds decimals exactly and orders locations by id, whatever the order of the rows', async () => {
    const tenths = Array.from({ length: 10 }, (): Booking => ({ item_id: 'B', date: '2026-01-05', qty: 0.1 }));
    const forward = await historyOf('week', [...tenths, { date: '2024-01-05', qty: 1 }]);
    expect(forward['B']).toEqual([100_000]);
    const backward = await historyOf('week', [{ date: '2024-01-05', qty: 1 }, ...tenths]);
    expect([Object.keys(backward), backward]).toEqual([['A', 'B'], forward]);
  });

  it('FCT-11 looks back five years of weeks', async () => {
    expect(
      await historyOf('week', [
        { date: '2021-01-17', qty: 1 },
        { date: '2021-01-18', qty: 2 },
      ]),
    ).toEqual({
      A: [2000, ...new Array<number>(259).fill(0)],
    });
  });
});
