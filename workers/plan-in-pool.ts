import { AppError } from '#core/base/app-error.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { keptRows, numberFirmLines } from '#core/plan/kept-rows.ts';
import { resolveChanges, type NodeChanges } from '#core/plan/node-changes.ts';
import { touchedNetworks } from '#core/plan/touched-networks.ts';
import type { FrameForecasts } from './frame-forecasts.ts';
import type { FramePool } from './frame-pool.ts';
import { gatherPlan, type WorkerRows } from './gather-plan.ts';
import type { LoadedFrame } from './loaded-frame.ts';
import { cutChosenNetworks } from './network-blocks.ts';
import type { PlanService } from './plan-service.ts';
import type { WorkerRun } from './plan-worker.ts';

/** Milliseconds between two looks at how far the workers are. */
const progressEveryMs = 60;
/** With more than this share of the nodes touched, planning all is quicker than taking the rest over. */
const mostTouchedShare = 0.5;

/** `plan` of the service: all networks, or those that changes since the last plan reach (WRK-3, WRK-4, WRK-8). */
export function planInPool(pool: FramePool, forecasts: FrameForecasts, now: () => number): PlanService['plan'] {
  const { members } = pool;

  /** Plans the blocks on all workers; which rows lie where. */
  async function planBlocks(state: LoadedFrame, own: WorkerRun, changes: NodeChanges): Promise<readonly WorkerRows[]> {
    await pool.begin(state, own.run);
    const planned = await members.askAll((remote) => remote.plan(own, changes));
    return planned.flatMap((ofWorker, worker) => ofWorker.map((rows) => ({ worker, rows })));
  }

  return async function plan(changes, { signal, onProgress, onPatch, isFull = false } = {}) {
    const state = pool.usable();
    const { frame } = state;
    const cancelled = (): boolean => signal?.aborted === true || !pool.isUsable(state);
    if (cancelled()) throw cancelledError();
    const { tookMs: forecastMs } = await forecasts.of(state);
    if (cancelled()) throw cancelledError();
    const own = pool.startRun();
    const started = now();
    const named = resolveChanges(frame, state.lookup, changes);
    const revision = await forecasts.revise(state, named.excluded, own);
    if (!pool.isNewest(own) || cancelled()) throw cancelledError();
    const resolved = { ...named, ...revision };
    // A run that nobody asked for takes no block, so the workers stop at their next one.
    const stop = (): void => {
      if (pool.isNewest(own)) pool.begin(state, pool.startRun()).catch(() => undefined);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const touched = isFull || !state.last ? undefined : touchedNetworks(frame, state.last.changes, resolved);
    const isPart = touched !== undefined && nodesOf(frame, touched) <= mostTouchedShare * frame.meta.nodes;
    const blocks = isPart ? cutChosenNetworks(frame, touched) : state.blocks;
    const { networks } = frame.meta;
    const report = (done: number): void =>
      onProgress?.({
        networks,
        networksDone: blocks.length === 0 ? networks : Math.floor((networks * done * 2) / blocks.length),
      });
    const timer = onProgress && setInterval(() => void reportProgress(), progressEveryMs);
    async function reportProgress(): Promise<void> {
      const done = await pool.blocksDone(state).catch(() => undefined);
      if (pool.isNewest(own) && done !== undefined) report(done);
    }
    try {
      const previous = isPart ? state.last?.result : undefined;
      const planned = await planBlocks(state, { run: own, blocks }, resolved);
      if (!pool.isNewest(own) || cancelled()) throw cancelledError();
      state.changes = resolved;
      const kept = previous && touched ? keptRows(frame, previous, touched) : [];
      const parts = { frame, members, memory: state.memory, planned, previous, kept, onPatch };
      // New workers do not hold what the broken ones planned.
      const result = await members.whileUp(gatherPlan(parts));
      if (!pool.isNewest(own) || cancelled()) throw cancelledError();
      if (previous) numberFirmLines(result, resolved);
      if (result !== previous) state.memory?.finish(result);
      report(blocks.length / 2);
      state.last = { result, changes: resolved };
      return { result, revision, times: { forecastMs, planMs: now() - started } };
    } finally {
      clearInterval(timer);
      signal?.removeEventListener('abort', stop);
    }
  };
}

function nodesOf(frame: Frame, networks: Uint32Array): number {
  let nodes = 0;
  for (const network of networks) nodes += (frame.networkStart[network + 1] ?? 0) - (frame.networkStart[network] ?? 0);
  return nodes;
}

function cancelledError(): AppError {
  return new AppError('cancelled', 'A newer plan was asked for.');
}
