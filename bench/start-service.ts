import { performance } from 'node:perf_hooks';
import { createPlanService } from '#workers/create-plan-service.ts';
import type { PlanService } from '#workers/plan-service.ts';
import { bundleWorker } from './bundle-worker.ts';

const spawn = await bundleWorker();

/** A pool of workers over shared memory, as the workstation starts it. */
export function startService(workers: number): PlanService {
  return createPlanService({ workers, shared: true, spawn, now: () => performance.now() });
}
