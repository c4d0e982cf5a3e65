import { mondayOf } from '#core/base/calendar-day.ts';
import { createRandom } from '#core/base/random.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { readPolicyInputs } from '#core/insight/parameters/read-policy-inputs.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';

/** 2026-01-05, a Monday. */
export const planDay = 20_458;
const historyWeeks = 104;

/** A package with its frame, forecast and plan. */
export interface PlannedPackage {
  readonly source: PackageSource;
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly result: PlanResult;
  readonly inputs: PolicyInputs;
  nodeOf(itemId: string, siteId?: string): number;
}

/** Plans tables of the data package; what is not named is a site S, a supplier V and a lane of 14 days for everything. */
export async function planPackage(tables: MemoryTables): Promise<PlannedPackage> {
  const source = createMemoryPackage(
    { planDay, horizonDays: 91, currency: 'EUR' },
    {
      sites: [{ site_id: 'S' }],
      suppliers: [{ supplier_id: 'V' }],
      lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 14 }],
      ...tables,
    },
  );
  const frame = openFrame(await buildFrame(source, 1));
  const forecast = forecastFrame(frame).views;
  const { result } = planFrame(frame);
  const lookup = createFrameLookup(frame);
  return {
    source,
    frame,
    forecast,
    result,
    inputs: readPolicyInputs(frame, forecast, result),
    nodeOf: (itemId, siteId = 'S') => lookup.nodeOf(itemId, siteId),
  };
}

/** Two years of weekly sales at site S around `mean`, up to `spread` to either side; from `shiftWeek` weeks ago on times `shift`. */
export function weeklySales(
  itemId: string,
  mean: number,
  spread: number,
  { shift = 1, shiftWeek = 0 }: { readonly shift?: number; readonly shiftWeek?: number } = {},
): readonly Partial<PackageRow<'demand_history'>>[] {
  const random = createRandom(17).fork(itemId);
  const first = mondayOf(planDay) - 7 * historyWeeks;
  return Array.from({ length: historyWeeks }, (_, week) => {
    const level = historyWeeks - week <= shiftWeek ? mean * shift : mean;
    const qty = Math.max(0, Math.round(level * (1 + (spread / mean) * (2 * random.next() - 1))));
    return { item_id: itemId, site_id: 'S', date: first + 7 * week, qty };
  });
}
