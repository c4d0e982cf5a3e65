import { performance } from 'node:perf_hooks';
import { parseDay } from '#core/base/calendar-day.ts';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import { createPlanService } from '#workers/create-plan-service.ts';
import { spawnWorkerThread } from '#workers/spawn.node.ts';

/** Sizes in item-locations; further ones may be given on the command line. */
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const runs = 5;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timePlans(frame: ArrayBuffer, workers: number): Promise<{ readonly plan: number; readonly forecast: number }> {
  const service = createPlanService({ workers, shared: true, spawn: spawnWorkerThread, now: () => performance.now() });
  try {
    await service.load(frame);
    const first = await service.plan(noChanges);
    const plans: number[] = [];
    for (let run = 0; run < runs; run += 1) plans.push((await service.plan(noChanges)).times.planMs);
    return { plan: median(plans), forecast: first.times.forecastMs };
  } finally {
    await service.dispose();
  }
}

console.log('Full replan of the demo company, 182 days; medians of five plans after a first one\n');
const rows: Record<string, string | number>[] = [];
for (const itemLocations of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const started = performance.now();
  const company = createDemoCompany({ seed: 1, itemLocations, planDay: parseDay('2026-01-05'), historyWeeks: 26 });
  const bytes = await buildFrame(company, 1);
  const { meta, historyQty } = openFrame(bytes);
  const one = await timePlans(bytes, 1);
  const two = await timePlans(bytes, 2);
  const nodeDays = meta.nodes * meta.horizonDays;
  rows.push({
    'item-locations': meta.nodes,
    'build s': ((performance.now() - started) / 1000).toFixed(1),
    'forecast ms (2)': Math.round(two.forecast),
    'plan ms (1)': Math.round(one.plan),
    'plan ms (2)': Math.round(two.plan),
    'ratio 1:2': (one.plan / two.plan).toFixed(2),
    'ns per node-day (1)': ((one.plan * 1e6) / nodeDays).toFixed(1),
    'bytes per node': Math.round((bytes.byteLength - historyQty.byteLength) / meta.nodes),
  });
}
console.table(rows);
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
