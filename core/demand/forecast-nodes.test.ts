import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import { allocateColumns } from '#core/frame/columns.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { classifyDemand, demandClasses } from './classify-demand.ts';
import { forecastLayout, forecastNodes, type ForecastViews } from './forecast-nodes.ts';

const planDay = 20458; // Monday 2026-01-05

/** Forecasts one item of which the weekly demand is given, the last week last. */
async function forecastOf(weeks: readonly number[]): Promise<ForecastViews> {
  const source = createMemoryPackage(
    { planDay, horizonDays: 28, currency: 'EUR' },
    {
      sites: [{ site_id: 'DC' }],
      items: [{ item_id: 'A' }],
      demand_history: weeks.map((qty, week) => ({ item_id: 'A', site_id: 'DC', date: planDay - 7 * (weeks.length - week), qty })),
    },
  );
  const frame = openFrame(await buildFrame(source, 1));
  const { views } = allocateColumns(forecastLayout, { forecastLevel: 1, forecastSd: 1, forecastClass: 1 }, null);
  forecastNodes(frame, 0, 1, views);
  return views;
}

describe('forecastNodes', () => {
  it('DEM-3 gives level 70 and deviation 0 to 70 every week', async () => {
    const { forecastLevel, forecastSd, forecastClass } = await forecastOf(new Array<number>(30).fill(70));
    expect([forecastLevel[0], forecastSd[0], demandClasses[forecastClass[0] ?? 0]]).toEqual([70_000, 0, 'smooth']);
  });

  it('DEM-1 does not let the weeks before the first sale lower the level', async () => {
    const late = await forecastOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 40, 40, 40, 40, 40]);
    expect(late.forecastLevel[0]).toBe(40_000);
  });

  it('DEM-2 reads a week with more returns than sales as a week without demand', async () => {
    const returned = await forecastOf([10, 10, -50, 10, 10, 10]);
    expect(returned.forecastLevel[0]).toBeGreaterThan(0);
  });

  it('DEM-4 lets a spare part that stopped selling die: the forecast of a dead year is nearly nothing', async () => {
    const dying = [...[0, 6, 0, 0, 4, 0, 0, 8], ...new Array<number>(52).fill(0)];
    const { forecastLevel } = await forecastOf(dying);
    expect((forecastLevel[0] ?? 0) / 1000).toBeLessThan(0.2);
  });

  it('gives nothing without history', async () => {
    const { forecastLevel, forecastSd, forecastClass } = await forecastOf([0]);
    expect([forecastLevel[0], forecastSd[0], forecastClass[0]]).toEqual([0, 0, 0]);
  });
});

describe('classifyDemand', () => {
  it('DEM-6 cuts at 1.32 and 0.49', () => {
    expect([classifyDemand(1, 0.1), classifyDemand(1, 0.5), classifyDemand(2, 0.1), classifyDemand(2, 0.5)]).toEqual([
      1, 2, 3, 4,
    ]);
  });
});
