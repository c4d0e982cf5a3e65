import { expect, it } from 'vitest';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { forecastTotal } from '#core/demand/nodes/forecast-total.ts';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createPlanService } from './create-plan-service.ts';
import { spawnWorkerThread } from './spawn.node.ts';

it('DEM-109 a worker forecasts a total as the kernel does, before there is a plan', async () => {
  const bytes = await buildFrame(createDemoCompany({ seed: 1, itemLocations: 60, planDay: 20_458, historyWeeks: 60 }), 1);
  const forecast = forecastFrame(openFrame(bytes));
  const pool = createPlanService({ workers: 1, shared: false, spawn: spawnWorkerThread, now: () => 0 });
  try {
    await pool.load(bytes, forecast.buffer);
    const series = Float64Array.from({ length: 60 }, (_, week) => 100 + (week % 4));
    const asked = await pool.forecastTotal({ series, season: null });
    const own = forecastTotal(openFrame(bytes), forecast.views, { series, season: null });
    expect([asked.mean, asked.model]).toEqual([own.mean, own.model]);
  } finally {
    await pool.dispose();
  }
});
