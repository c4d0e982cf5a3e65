import { nothingExcluded } from '#core/demand/nodes/excluded-history.ts';
import { allocateForecast } from '#core/demand/nodes/forecast-columns.ts';
import { nothingRevised } from '#core/demand/nodes/revise-forecast.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { toShared } from '#core/frame/to-shared.ts';
import { createFrameLookup, type FrameLookup } from '#core/plan/frame-lookup.ts';
import type { NodeChanges } from '#core/plan/node-changes.ts';
import { createPlanMemory, type PlanMemory } from '#core/plan/plan-memory.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { cutNetworks } from './network-blocks.ts';
import type { Bytes, ForecastRevision } from './plan-service.ts';
import type { WorkerLoad } from './plan-worker.ts';
import { controlBytes } from './run-control.ts';

export interface FinishedForecast {
  readonly bytes: Bytes;
  readonly tookMs: number;
}

/** A frame as a pool of workers holds it, and what became of it so far. */
export interface LoadedFrame {
  readonly frame: Frame;
  readonly lookup: FrameLookup;
  readonly blocks: Uint32Array;
  loads: readonly WorkerLoad[];
  readonly control: SharedArrayBuffer | undefined;
  /** Where memory is shared, the memory of plans. */
  readonly memory: PlanMemory | undefined;
  /** The forecast of all networks with the milliseconds it took, once it was asked for; made anew where it failed. */
  forecast: Promise<FinishedForecast> | undefined;
  /** Whether the forecast came with the frame. */
  readonly isForecastGiven: boolean;
  /** The last plan that was finished, and its changes. */
  last: { readonly result: PlanResult; readonly changes: NodeChanges } | undefined;
  /** The changes of the newest plan that was computed, finished or not; what questions are answered under. */
  changes: NodeChanges | undefined;
  /** The last forecasts that were made anew. */
  revision: ForecastRevision;
  /** The changes under which each worker answered last. */
  readonly told: (NodeChanges | undefined)[];
}

/** What comes with a frame, as `PlanService.load` takes it, and how the workers are to hold it. */
export interface FrameCargo {
  readonly bytes: Bytes;
  readonly forecast: Bytes | undefined;
  readonly receipts: Bytes | undefined;
  readonly workers: number;
  readonly shared: boolean;
}

/** A frame that nothing was asked of yet; where memory is shared, what is not is copied into memory that is. */
export function loadedFrame(frame: Frame, { bytes, forecast, receipts, workers, shared }: FrameCargo): LoadedFrame {
  const control = shared ? new SharedArrayBuffer(controlBytes) : undefined;
  const common = {
    frame: shared ? toShared(bytes) : bytes,
    control,
    workers,
    receipts: receipts && (shared ? toShared(receipts) : receipts),
  };
  // Room that the workers fill together, or none yet: workers that share nothing are sent the finished one.
  const one = forecast === undefined ? allocateForecast(frame, { shared }).buffer : shared ? toShared(forecast) : forecast;
  return {
    frame,
    lookup: createFrameLookup(frame),
    blocks: cutNetworks(frame),
    control,
    memory: shared ? createPlanMemory(frame) : undefined,
    loads: Array.from({ length: workers }, (_, worker) => ({ ...common, worker, forecast: one })),
    forecast: forecast && Promise.resolve({ bytes: one, tookMs: 0 }),
    isForecastGiven: forecast !== undefined,
    last: undefined,
    changes: undefined,
    revision: { excluded: nothingExcluded, revised: nothingRevised },
    told: [],
  };
}
