import { describe, expect, it } from 'vitest';
import { grainsPerStep } from '#core/base/quantity.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { noChanges } from './plan-changes.ts';
import { planCase } from './testing/plan-case.ts';

const planDay = 20458; // Monday 2026-01-05
const tables: MemoryTables = {
  sites: [{ site_id: 'DC' }],
  items: [{ item_id: 'A' }],
  suppliers: [{ supplier_id: 'S1' }],
  forecast: [0, 7, 14, 21].map((offset) => ({ item_id: 'A', site_id: 'DC', start_date: planDay + offset, days: 7, qty: 14 })),
  lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S1', lead_time_days: 0 }],
};

function typed(offset: number, qty: number, expiresOn: number | null = null): ForecastOverride {
  const why = { statisticalQty: 14, reason: 'trade fair', owner: 'ada', expiresOn };
  return { kind: 'forecast.set', itemId: 'A', siteId: 'DC', weekDay: planDay + offset, qty, ...why };
}

/** Forecast of each day in stock units, behind open orders. */
async function forecastOf(forecasts: readonly ForecastOverride[], more: MemoryTables = {}): Promise<readonly number[]> {
  const source = createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, { ...tables, ...more });
  const { planner } = await planCase(source, { ...noChanges, forecasts });
  return Array.from(planner.project(0).demandForecast, (grains) => grains / grainsPerStep);
}

const days = (each: number, count = 7): readonly number[] => new Array<number>(count).fill(each);

describe('PLN-37 forecasts that were typed', () => {
  it('take the place of the forecast on the days of their week alone', async () => {
    expect(await forecastOf([typed(7, 35)])).toEqual([...days(2), ...days(5), ...days(2, 14)]);
    expect(await forecastOf([typed(7, 0)])).toEqual([...days(2), ...days(0), ...days(2, 14)]);
  });

  it('take the place of a computed forecast', async () => {
    const history = Array.from({ length: 60 }, (_, week) => ({
      ...{ item_id: 'A', site_id: 'DC', date: planDay - 7 * (week + 1), qty: 21, kind: 'sale' as const },
    }));
    const more = { forecast: [], demand_history: history };
    const computed = await forecastOf([], more);
    expect(computed.reduce((sum, qty) => sum + qty, 0)).toBeCloseTo(84, 0);
    const changed = await forecastOf([typed(14, 7)], more);
    expect(changed).toEqual([...computed.slice(0, 14), ...days(1), ...computed.slice(21)]);
  });

  it('win over override buckets of the data, and promotions come on top', async () => {
    const given = (stream: 'override' | 'promotion') =>
      ({ item_id: 'A', site_id: 'DC', start_date: planDay, days: 14, qty: 42, stream }) as const;
    expect(await forecastOf([typed(7, 35)], { forecast: [given('override')] })).toEqual([...days(3), ...days(5), ...days(0, 14)]);
    expect(await forecastOf([typed(7, 35)], { forecast: [given('promotion')] })).toEqual([
      ...days(3),
      ...days(8),
      ...days(0, 14),
    ]);
  });

  it('are consumed by the open orders of their week', async () => {
    const order = { order_id: 'SO1', item_id: 'A', site_id: 'DC', due_date: planDay + 9, qty: 17 };
    // Its own day, back to the first of the week, then on.
    expect((await forecastOf([typed(7, 35)], { demand_open: [order] })).slice(7, 14)).toEqual([0, 0, 0, 3, 5, 5, 5]);
  });

  it('go on where their week began before the plan day, whose past days orders take last', async () => {
    expect((await forecastOf([typed(-3, 35)])).slice(0, 7)).toEqual([5, 5, 5, 5, 2, 2, 2]);
    const order = { order_id: 'SO1', item_id: 'A', site_id: 'DC', due_date: planDay, qty: 22 };
    // 5 of the day, 15 of the three days before, 2 of the next.
    expect((await forecastOf([typed(-3, 35)], { demand_open: [order] })).slice(0, 5)).toEqual([0, 3, 5, 5, 2]);
  });

  it('hold until the day they expire, and none of their week does where they have', async () => {
    const plain = await forecastOf([]);
    expect(await forecastOf([typed(7, 35, planDay - 1)])).toEqual(plain);
    expect(await forecastOf([typed(7, 35, planDay)])).not.toEqual(plain);
    expect(await forecastOf([typed(-7, 35), typed(28, 35)])).toEqual(plain);
  });

  it('yield to a later one on days that both name', async () => {
    expect((await forecastOf([typed(0, 35), typed(4, 7)])).slice(0, 12)).toEqual([5, 5, 5, 5, 1, 1, 1, 1, 1, 1, 1, 2]);
    expect((await forecastOf([typed(4, 7), typed(0, 35)])).slice(0, 12)).toEqual([5, 5, 5, 5, 5, 5, 5, 1, 1, 1, 1, 2]);
  });

  it('are left out for item-locations that are not in the data, and for items made to order', async () => {
    const plain = await forecastOf([]);
    expect(await forecastOf([{ ...typed(7, 35), itemId: 'unknown' }])).toEqual(plain);
    const policies = [{ item_id: 'A', site_id: 'DC', method: 'make_to_order' as const }];
    expect(await forecastOf([typed(7, 35)], { policies })).toEqual(days(0, 28));
  });
});
