import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { planFrame } from './plan-case.ts';

/** What worked examples call `source`, `frame`, `forecast` and `result`. */
export interface ExampleCompany extends Readonly<Record<string, unknown>> {
  readonly source: PackageSource;
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly result: PlanResult;
}

const planDay = 20_458; // Monday 2026-01-05
const weeks = 60;
/** Units of each item in the weeks before the plan day, again and again: node 0 sells 70 a week, node 1 by fits and starts. */
const sales = { A: [70], B: [0, 12, 3, 0, 9] };

/**
 * The company of the worked examples: site S buys A (node 0) and B (node 1), of one family, from V for 10 apiece, 14 days ahead and
 * every week; it has 120 of A and 20 of B, and 40 of A are to arrive in ten days. The service target is 0.9, for B 0.95 by a row of
 * its own. Quantities of a frame are thousandths.
 */
export async function exampleCompany(): Promise<ExampleCompany> {
  const source = createMemoryPackage(
    { planDay, horizonDays: 91, currency: 'EUR' },
    {
      sites: [{ site_id: 'S' }],
      suppliers: [{ supplier_id: 'V' }],
      items: Object.keys(sales).map((item_id) => ({ item_id, family: 'F', cost: 10 })),
      lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'V', lead_time_days: 14, review_days: 7 }],
      policies: [
        { item_id: '*', site_id: '*', method: 'time_phased', service_target: 0.9 },
        { item_id: 'B', site_id: '*', service_target: 0.95 },
      ],
      stock: [
        { item_id: 'A', site_id: 'S', qty: 120 },
        { item_id: 'B', site_id: 'S', qty: 20 },
      ],
      supply_open: [{ item_id: 'A', site_id: 'S', order_id: 'O', kind: 'buy', due_date: planDay + 10, qty: 40 }],
      receipts_history: [
        { item_id: 'A', site_id: 'S', supplier_id: 'V', ordered_on: planDay - 30, received_on: planDay - 14, qty_received: 70 },
      ],
      demand_history: Object.entries(sales).flatMap(([item_id, qtys]) =>
        Array.from({ length: weeks }, (_, week) => ({
          ...{ item_id, site_id: 'S' },
          date: planDay - 7 * (weeks - week),
          qty: qtys[week % qtys.length] ?? 0,
        })),
      ),
    },
  );
  const frame = openFrame(await buildFrame(source, 1));
  return { source, frame, forecast: forecastFrame(frame).views, result: planFrame(frame).result };
}
