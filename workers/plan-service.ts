import type { Explanation, Projection } from '#core/plan/explanation.ts';
import type { PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

export interface PlanProgress {
  readonly networksDone: number;
  readonly networks: number;
}

export interface PlanTimes {
  readonly forecastMs: number;
  readonly planMs: number;
}

/**
 * Planning as its callers see it, whether the workers behind it are Web Workers or worker threads.
 * One plan runs at a time: a newer `plan` cancels the older, which rejects with `cancelled`.
 */
export interface PlanService {
  /** Takes a frame for all further calls; shared memory is shared, other buffers are copied to each worker. */
  load(frame: ArrayBuffer | SharedArrayBuffer): Promise<void>;
  plan(
    changes: PlanChanges,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: PlanProgress) => void },
  ): Promise<{ readonly result: PlanResult; readonly times: PlanTimes }>;
  /** The day-by-day tables of nodes under the changes of the last finished plan. */
  project(nodes: readonly number[]): Promise<readonly Projection[]>;
  /** Why order lines of the last finished plan (their indexes in the result) are what they are. */
  explain(orders: readonly number[]): Promise<readonly Explanation[]>;
  /** Ends the workers and releases their ports; later calls reject with `rpc.closed`. */
  dispose(): Promise<void>;
}
