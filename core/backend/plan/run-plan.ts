import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { applyParameters } from '#core/plan/apply-parameters.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { resolveChanges } from '#core/plan/node-changes.ts';
import type { PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { createPlanService } from '#workers/create-plan-service.ts';
import type { ForecastProgress, PlanProgress, PlanTimes } from '#workers/plan-service.ts';
import { spawnWorkerThread } from '#workers/spawn.node.ts';

/** A finished plan, and questions about it. */
export interface PlanRun {
  /** With the parameters of the changes in force (PLN-24), as the plan was made under them. */
  readonly frame: Frame;
  readonly result: PlanResult;
  readonly times: PlanTimes;
  /** Why lines of the result are what they are. */
  explain(orders: readonly number[]): Promise<readonly Explanation[]>;
  /** The day-by-day tables of nodes. */
  project(nodes: readonly number[]): Promise<readonly Projection[]>;
  /** What can in fact be delivered in the networks that run short. */
  deliver(): Promise<readonly NetworkDelivery[]>;
}

/** How a plan is run. */
export interface PlanRunOptions {
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Told how far the forecast is, where none was kept. */
  readonly onForecast?: (progress: ForecastProgress) => void;
}

/** What is planned: a frame, and its forecast where one is kept. */
export interface PlanInput {
  readonly frame: ArrayBuffer;
  readonly forecast?: ArrayBuffer;
}

/**
 * Plans a frame in worker threads and hands the run to `use`; the threads end when `use` has. Without `threads` it takes as
 * many as the machine runs at once, eight at most. Errors: those of the plan service.
 */
export async function withPlan<Result>(
  { frame: frameBytes, forecast }: PlanInput,
  changes: PlanChanges,
  { threads, signal, onProgress, onForecast }: PlanRunOptions,
  use: (run: PlanRun) => Promise<Result>,
): Promise<Result> {
  const workers = threads ?? Math.min(8, availableParallelism());
  const service = createPlanService({ workers, shared: true, spawn: spawnWorkerThread, now: () => performance.now() });
  try {
    await service.load(frameBytes, forecast);
    if (onForecast) await service.forecast({ ...(signal && { signal }), onProgress: onForecast });
    const { result, times } = await service.plan(changes, { ...(signal && { signal }), ...(onProgress && { onProgress }) });
    return await use({
      frame: frameUnder(openFrame(frameBytes), changes),
      result,
      times,
      explain: (orders) => service.explain(orders),
      project: (nodes) => service.project(nodes),
      deliver: () => service.deliver(),
    });
  } finally {
    await service.dispose();
  }
}

function frameUnder(frame: Frame, changes: PlanChanges): Frame {
  if (changes.parameters.length === 0) return frame;
  return applyParameters(frame, resolveChanges(frame, createFrameLookup(frame), changes).parameters);
}
