import { createFrameForecasts } from './frame-forecasts.ts';
import { createFramePool, type FramePoolOptions } from './frame-pool.ts';
import { planInPool } from './plan-in-pool.ts';
import { createPlanQuestions } from './plan-questions.ts';
import type { PlanService } from './plan-service.ts';

export interface PlanServiceOptions extends FramePoolOptions {
  /** Milliseconds that only grow, for the times of a plan. */
  readonly now: () => number;
}

/**
 * A pool of workers behind the plan service (rules WRK-1 to WRK-9). Errors of its calls: `cancelled` for a plan that a newer
 * one or its signal ended, `rpc.closed` after `dispose`, `data.missing` before `load`; a worker that breaks rejects the
 * call and is replaced.
 */
export function createPlanService({ now, ...options }: PlanServiceOptions): PlanService {
  const pool = createFramePool(options);
  const forecasts = createFrameForecasts(pool, now);
  return {
    load: pool.load,
    forecast: async (given) => (await forecasts.of(pool.usable(), given)).bytes,
    plan: planInPool(pool, forecasts, now),
    ...createPlanQuestions(pool, forecasts),
    dispose: pool.dispose,
  };
}
