import { describe, expect, it } from 'vitest';
import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import { explainForecast } from './explain-forecast.ts';
import { forecastModels, forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { forecastFrame } from './forecast-frame.ts';
import { protectionWeeks, taskOfNode } from './node-task.ts';
import { safetyFactor } from './set-safety-factors.ts';

const planDay = 20458; // Monday 2026-01-05

interface Case {
  readonly frame: Frame;
  readonly views: ForecastViews;
}

/** One item of which the weekly demand is given, the last week last, bought with four weeks of lead time. */
async function forecastOf(weeks: readonly number[]): Promise<Case> {
  const source = createMemoryPackage(
    { planDay, horizonDays: 28, currency: 'EUR' },
    {
      sites: [{ site_id: 'DC' }],
      suppliers: [{ supplier_id: 'S' }],
      items: [{ item_id: 'A' }],
      lanes: [{ item_id: 'A', site_id: 'DC', kind: 'buy', source_id: 'S', lead_time_days: 28 }],
      demand_history: weeks.map((qty, week) => ({ item_id: 'A', site_id: 'DC', date: planDay - 7 * (weeks.length - week), qty })),
    },
  );
  const frame = openFrame(await buildFrame(source, 1));
  return { frame, views: forecastFrame(frame).views };
}

const steady = Array.from({ length: 60 }, (_, week) => 60 + ((week * 7) % 11));

describe('forecastFrame', () => {
  it('DEM-9 asks for the weeks of lead time and review as one total, in smallest steps', async () => {
    const { frame } = await forecastOf(steady);
    const task = taskOfNode(frame, 0);
    expect([protectionWeeks(frame, 0), task.protection, task.horizon, task.values.at(-1)]).toEqual([4, 4, 4, steady.at(-1)]);
  });

  it('DEM-9 counts working days of lead time as the calendar days they take', async () => {
    const { frame } = await forecastOf(steady);
    const working = (leadTimeDays: number, closed: readonly number[] = []): number =>
      protectionWeeks(
        {
          ...frame,
          meta: { ...frame.meta, calendarFirstDay: planDay, calendarSpan: 56 },
          calendarOpen: Uint8Array.from({ length: 56 }, (_, day) => (day % 7 < 5 && !closed.includes(day) ? 1 : 0)),
          siteCalendar: frame.siteCalendar.map(() => 0),
          laneLeadTimeDays: frame.laneLeadTimeDays.map(() => leadTimeDays),
          laneWorkingDays: frame.laneWorkingDays.map(() => 1),
        },
        0,
      );
    expect([5, 6, 20, 25].map((days) => working(days))).toEqual([1, 2, 4, 5]);
    expect(working(20, [1, 2])).toBe(5);
  });

  it('gives level 70 and deviation 0 to 70 every week', async () => {
    const { views } = await forecastOf(new Array<number>(30).fill(70));
    expect([views.forecastLevel[0], views.forecastSd[0], demandClasses[views.forecastClass[0] ?? 0]]).toEqual([
      70_000,
      0,
      'smooth',
    ]);
  });

  it('DEM-7 does not let the weeks before the first sale lower the level', async () => {
    const { views } = await forecastOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 40, 40, 40, 40, 40, 40, 40]);
    expect(views.forecastLevel[0]).toBe(40_000);
  });

  it('DEM-7 reads a week with more returns than sales as a week without demand', async () => {
    const { views } = await forecastOf([10, 10, -50, 10, 10, 10, 10, 10, 10]);
    expect(views.forecastLevel[0]).toBeGreaterThan(0);
  });

  it('lets a spare part that stopped selling die: the forecast of a dead year is nearly nothing', async () => {
    const { views } = await forecastOf([...[0, 6, 0, 0, 4, 0, 0, 8], ...new Array<number>(52).fill(0)]);
    expect((views.forecastLevel[0] ?? 0) / 1000).toBeLessThan(0.2);
  });

  it('gives nothing without history', async () => {
    const { views } = await forecastOf([0]);
    expect([views.forecastLevel[0], views.forecastSd[0], views.forecastClass[0], views.forecastModel[0]]).toEqual([0, 0, 0, 0]);
  });

  it('keeps whole grains per week, whose mean is the level where weeks differ', async () => {
    const source = createMemoryPackage(
      { planDay, horizonDays: 28, currency: 'EUR' },
      {
        sites: [{ site_id: 'DC' }],
        items: [{ item_id: 'A' }],
        demand_history: Array.from({ length: 40 }, (_, week) => ({
          item_id: 'A',
          site_id: 'DC',
          date: planDay - 7 * (40 - week),
          qty: 7,
        })),
        events: [{ event_id: 'FAIR', start_date: planDay + 14, days: 7, item_id: 'A', site_id: 'DC', factor: 1.5 }],
      },
    );
    const frame = openFrame(await buildFrame(source, 1));
    const { views } = forecastFrame(frame);
    expect([...views.forecastWeekly.subarray(0, forecastWeeks(frame))]).toEqual([7000, 7000, 10_500, 7000]);
    expect([views.forecastShaped[0], views.forecastLevel[0]]).toEqual([1, 7875]);
  });

  it('DEM-105 gives the season of a family to its items where it won on the past of the family', async () => {
    const items = Array.from({ length: 20 }, (_, index) => `I${index}`);
    const season = (week: number): number => 1 + 0.8 * Math.sin((2 * Math.PI * week) / 52);
    const source = createMemoryPackage(
      { planDay, horizonDays: 91, currency: 'EUR' },
      {
        sites: [{ site_id: 'DC' }],
        items: items.map((item_id) => ({ item_id, family: 'HEATING' })),
        demand_history: items.flatMap((item_id, index) =>
          Array.from({ length: 104 }, (_, week) => ({
            item_id,
            site_id: 'DC',
            date: planDay - 7 * (104 - week),
            qty: Math.round((20 + 5 * index) * season(week) + ((week * 7 + index * 3) % 5)),
          })),
        ),
      },
    );
    const frame = openFrame(await buildFrame(source, 1));
    const { views } = forecastFrame(frame);
    const weekly = views.forecastWeekly.subarray(0, 13);
    expect(views.familySeasonal[0]).toBe(1);
    // The coming quarter is the rising one of the sine.
    expect((weekly[12] ?? 0) / (weekly[0] ?? 1)).toBeGreaterThan(1.4);
  });

  it('DEM-78 keeps a curve of safety factors that never falls, and the normal one where demand does not vary', async () => {
    const { views } = await forecastOf(steady);
    const factors = [0, 0.6, 1.28, 1.645, 2.33, 3.1, 4, 9].map((k) => safetyFactor(views, 0, k));
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    expect(factors[3]).toBeGreaterThan(1);
    const { views: constant } = await forecastOf(new Array<number>(30).fill(70));
    expect(safetyFactor(constant, 0, 2.1)).toBeCloseTo(2.1, 9);
  });

  it('explains a forecast as it was made', async () => {
    const { frame, views } = await forecastOf(steady);
    const explained = explainForecast(frame, views, 0);
    expect([explained.model, Math.round((explained.mean[0] ?? 0) * 1000)]).toEqual([
      forecastModels[views.forecastModel[0] ?? 0],
      views.forecastWeekly[0],
    ]);
    expect(explained.candidates.map(({ name }) => name)).toContain(explained.model);
  });
});

describe('DEM-11', () => {
  const dated = (item_id: string, weeks: readonly number[]) =>
    weeks.map((qty, week) => ({ item_id, site_id: 'DC', date: planDay - 7 * (weeks.length - week), qty }));
  const forecastTables = async (
    tables: MemoryTables & { readonly items: readonly Partial<PackageRow<'items'>>[] },
  ): Promise<(item: string) => number[]> => {
    const source = createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, { sites: [{ site_id: 'DC' }], ...tables });
    const frame = openFrame(await buildFrame(source, 1));
    const { views } = forecastFrame(frame);
    const items = tables.items.map(({ item_id }) => item_id ?? '').sort();
    return (item) => {
      const node = frame.nodeItem.indexOf(items.indexOf(item));
      return [...views.forecastWeekly.subarray(4 * node, 4 * node + 4)].map((grains) => grains / 1000);
    };
  };

  it('takes a past event out of the baseline and multiplies the weeks of the coming one', async () => {
    const weeks = new Array<number>(40).fill(10);
    weeks[20] = 30;
    const forecast = await forecastTables({
      items: [{ item_id: 'A' }],
      demand_history: dated('A', weeks),
      events: [
        { event_id: 'FAIR', start_date: planDay - 7 * 20, days: 7, item_id: 'A', site_id: 'DC' },
        { event_id: 'FAIR', start_date: planDay + 7, days: 7, item_id: 'A', site_id: 'DC', factor: 2 },
      ],
    });
    expect(forecast('A')).toEqual([10, 20, 10, 10]);
  });

  it('forecasts a successor from what both sold, less what the replaced item still sells', async () => {
    const forecast = await forecastTables({
      items: [{ item_id: 'NEW' }, { item_id: 'OLD', successor_id: 'NEW', successor_from: planDay - 7 * 4 }],
      demand_history: [...dated('OLD', [...new Array<number>(40).fill(12), 0, 0, 0, 0]), ...dated('NEW', [12, 12, 12, 12])],
    });
    const [together] = forecast('NEW').map((week, index) => week + (forecast('OLD')[index] ?? 0));
    expect(together).toBeCloseTo(12, 6);
    expect(forecast('NEW')[0]).toBeGreaterThan(6);
  });

  it('draws an item in its second week to what its family sold when new', async () => {
    const launches = ['L1', 'L2', 'L3'];
    const forecast = await forecastTables({
      items: [...launches, 'NEW'].map((item_id) => ({ item_id, family: 'F' })),
      demand_history: [
        ...launches.flatMap((item) => dated(item, [...new Array<number>(10).fill(0), ...new Array<number>(30).fill(8)])),
        // Something sold long ago, so that the launches are seen as such.
        ...dated('NEW', [2]),
      ],
    });
    expect(forecast('NEW')[0]).toBeCloseTo(5, 6);
  });
});
