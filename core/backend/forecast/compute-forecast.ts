import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createPlanService } from '#workers/create-plan-service.ts';
import type { ForecastOptions } from '#workers/plan-service.ts';
import { spawnWorkerThread } from '#workers/spawn.node.ts';

/**
 * The forecast of a frame, made in worker threads, as columns of `forecastLayout`. Errors: `cancelled` where its signal ended it,
 * those of the plan service.
 */
export async function computeForecast(
  frame: ArrayBuffer,
  { threads, ...options }: ForecastOptions & { readonly threads?: number } = {},
): Promise<ArrayBuffer> {
  const workers = threads ?? Math.min(8, availableParallelism());
  const service = createPlanService({ workers, shared: true, spawn: spawnWorkerThread, now: () => performance.now() });
  try {
    await service.load(frame);
    const bytes = new Uint8Array(await service.forecast(options));
    return bytes.slice().buffer;
  } finally {
    await service.dispose();
  }
}
