import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { historyWithout, nothingExcluded, type ExcludedHistory } from './excluded-history.ts';
import { explainForecast } from './explain-forecast.ts';
import { factorSteps, forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { forecastFrame } from './forecast-frame.ts';
import { forecastNodes } from './forecast-nodes.ts';
import { createForecastOverlay } from './overlay-forecast.ts';
import { nothingRevised, reviseForecast } from './revise-forecast.ts';
import { setSafetyFactors } from './set-safety-factors.ts';

const planDay = 20458; // Monday 2026-01-05
const weeks = 60;
const spikeWeek = 57;
const spike = { item_id: 'A', site_id: 'DC', date: planDay - 7 * (weeks - spikeWeek) + 2, qty: 900 };

/** A sells about 60 a week and was replaced by B, which sells 5; C stands alone. */
const tables: MemoryTables = {
  sites: [{ site_id: 'DC' }],
  suppliers: [{ supplier_id: 'S' }],
  items: [{ item_id: 'A', successor_id: 'B', successor_from: planDay - 14 }, { item_id: 'B' }, { item_id: 'C' }],
  lanes: ['A', 'B', 'C'].map((item_id) => ({ item_id, site_id: 'DC', kind: 'buy', source_id: 'S', lead_time_days: 28 })),
  demand_history: Array.from({ length: weeks }, (_, week) =>
    ['A', 'B', 'C'].map((item_id) => ({
      ...{ item_id, site_id: 'DC', date: planDay - 7 * (weeks - week) },
      qty: item_id === 'B' ? 5 : 60 + ((week * 7) % 11),
    })),
  ).flat(),
};

async function frameOf(more: NonNullable<MemoryTables['demand_history']> = []): Promise<Frame> {
  const demand_history = [...(tables.demand_history ?? []), ...more];
  const manifest = { planDay, horizonDays: 28, currency: 'EUR' };
  return openFrame(await buildFrame(createMemoryPackage(manifest, { ...tables, demand_history }), 1));
}

function nodeOf(frame: Frame, item: number): number {
  return frame.nodeItem.indexOf(item);
}

/** Everything the columns hold of a node. */
function rowOf(frame: Frame, views: ForecastViews, node: number): unknown {
  const length = forecastWeeks(frame);
  return [
    [...views.forecastWeekly.subarray(node * length, (node + 1) * length)],
    [...views.forecastFactor.subarray(node * factorSteps, (node + 1) * factorSteps)],
    views.forecastLevel[node],
    views.forecastShaped[node],
    views.forecastSd[node],
    views.forecastClass[node],
    views.forecastModel[node],
  ];
}

const withSpike = await frameOf([spike]);
const { views } = forecastFrame(withSpike);
const [a, b, c] = [nodeOf(withSpike, 0), nodeOf(withSpike, 1), nodeOf(withSpike, 2)];
const excluded: ExcludedHistory = new Map([[a, [{ week: spikeWeek, grains: 900_000 }]]]);

describe('DEM-106 excluded demand', () => {
  it('is taken out of its week, which is never below 0, and an unknown week stays unknown', () => {
    const frame = { meta: { historyWeeks: 3 }, historyQty: Float32Array.of(9, NaN, 4, 1, 2, 3) };
    const out = [0, 1, 2].map((week) => ({ week, grains: 5 }));
    expect([...historyWithout(frame, 0, 2, new Map([[0, out]]))]).toEqual([4, NaN, 0, 1, 2, 3]);
    expect([...historyWithout(frame, 1, 2, new Map([[0, out]]))]).toEqual([1, 2, 3]);
    expect(historyWithout(frame, 0, 2, nothingExcluded).buffer).toBe(frame.historyQty.buffer);
  });

  it('forecasts its node, and the one that has taken over, as a history without the line would, under what all nodes taught', async () => {
    const without = await frameOf();
    const wanted = forecastFrame(withSpike).views;
    forecastNodes(without, 0, without.meta.nodes, wanted);
    setSafetyFactors(without, 0, without.meta.nodes, wanted);
    const revised = reviseForecast(withSpike, views, excluded);
    expect([...revised.keys()]).toEqual([a, b].sort((one, other) => one - other));
    const shown = createForecastOverlay(views)(revised);
    for (const node of [a, b]) {
      expect(rowOf(withSpike, shown, node)).toEqual(rowOf(withSpike, wanted, node));
      expect(rowOf(withSpike, shown, node)).not.toEqual(rowOf(withSpike, views, node));
    }
    expect(shown.forecastLevel[a]).toBeLessThan(views.forecastLevel[a] ?? 0);
    expect(rowOf(withSpike, shown, c)).toEqual(rowOf(withSpike, views, c));
  });

  it('is explained as it was forecast', () => {
    const explained = explainForecast(withSpike, views, a, excluded);
    const weekly = reviseForecast(withSpike, views, excluded).get(a)?.weekly;
    expect(explained.mean.map((value) => Math.round(value * 1000))).toEqual(weekly);
  });

  it('shows nodes made anew over a forecast that stays as it is, and takes them back', () => {
    const before = rowOf(withSpike, views, a);
    const overlay = createForecastOverlay(views);
    expect(overlay(nothingRevised)).toBe(views);
    const shown = overlay(reviseForecast(withSpike, views, excluded));
    const other = overlay(reviseForecast(withSpike, views, new Map([[c, [{ week: 3, grains: 1000 }]]])));
    expect(other).toBe(shown);
    expect(rowOf(withSpike, other, a)).toEqual(before);
    expect(overlay(nothingRevised)).toBe(views);
    expect(rowOf(withSpike, views, a)).toEqual(before);
  });
});
