import { releaseProxy, wrap, type Remote } from 'comlink';
import { AppError } from '#core/base/app-error.ts';
import { forecastLayout } from '#core/demand/forecast-nodes.ts';
import { allocateColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { mergeBlocks } from '#core/plan/merge-blocks.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { cutNetworks } from './network-blocks.ts';
import type { PlanService } from './plan-service.ts';
import type { PlanWorker, WorkerLoad } from './plan-worker.ts';
import { controlBytes, createSharedControl } from './run-control.ts';
import type { SpawnedWorker } from './spawned-worker.ts';

export interface PlanServiceOptions {
  readonly workers: number;
  readonly spawn: () => SpawnedWorker;
  /** Whether memory may be shared; found out by the caller, as it depends on the host. */
  readonly shared: boolean;
  /** Milliseconds that only grow, for the times of a plan. */
  readonly now: () => number;
}

interface Member {
  readonly spawned: SpawnedWorker;
  readonly remote: Remote<PlanWorker>;
}

interface LoadedFrame {
  readonly frame: Frame;
  readonly blocks: number;
  readonly loads: readonly WorkerLoad[];
  readonly control: SharedArrayBuffer | undefined;
}

/** Milliseconds between two looks at how far the workers are. */
const progressEveryMs = 60;

/**
 * A pool of workers behind the plan service (rules WRK-1 to WRK-7). Errors of its calls: `cancelled` for a plan that a newer
 * one or its signal ended, `rpc.closed` after `dispose`, `data.missing` before `load`; a worker that breaks rejects the
 * call and is replaced.
 */
export function createPlanService({ workers, spawn, shared, now }: PlanServiceOptions): PlanService {
  let members: Member[] = [];
  let loadedFrame: LoadedFrame | undefined;
  let run = 0;
  let isDisposed = false;
  let forecastDone: Promise<number> | undefined;
  let last: { readonly result: PlanResult; readonly changes: PlanChanges } | undefined;
  /** Workers that hold the planner of the last finished plan. */
  const informed = new Set<number>();
  /** How to reject the calls under way. A promise raced by all would keep every call that ever was. */
  const callsUnderWay = new Set<(reason: unknown) => void>();
  let nextAsked = 0;

  function startMembers(): void {
    members = Array.from({ length: workers }, () => {
      const spawned = spawn();
      spawned.onFailure((reason) => restart(reason));
      return { spawned, remote: wrap<PlanWorker>(spawned.endpoint) };
    });
  }
  function endMembers(): void {
    for (const { remote, spawned } of members) {
      remote[releaseProxy]();
      spawned.terminate();
    }
    members = [];
  }
  function restart(reason: unknown): void {
    if (isDisposed) return;
    rejectCalls(new Error('A planning worker broke', { cause: reason }));
    endMembers();
    forecastDone = undefined;
    informed.clear();
    startMembers();
    if (loadedFrame) void sendLoads(loadedFrame);
  }
  async function sendLoads({ loads }: LoadedFrame): Promise<void> {
    await guard(Promise.all(members.map(({ remote }, worker) => remote.load(loads[worker]!)))); // one load per worker
  }
  function rejectCalls(reason: unknown): void {
    for (const reject of [...callsUnderWay]) reject(reason);
  }
  /** A call whose worker breaks would never be answered; it is rejected instead. */
  function guard<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      callsUnderWay.add(reject);
      work.then(resolve, reject).finally(() => callsUnderWay.delete(reject));
    });
  }
  function usable(): LoadedFrame {
    if (isDisposed) throw new AppError('rpc.closed', 'Planning was closed. Open the workstation again.');
    if (!loadedFrame) throw new AppError('data.missing', 'There is no data to plan yet.');
    return loadedFrame;
  }
  async function begin(state: LoadedFrame, number: number): Promise<void> {
    if (state.control) createSharedControl(state.control, state.blocks).begin(number);
    else await guard(Promise.all(members.map(({ remote }) => remote.begin(number))));
  }
  async function blocksDone(state: LoadedFrame): Promise<number> {
    if (state.control) return createSharedControl(state.control, state.blocks).blocksDone();
    const done = await guard(Promise.all(members.map(({ remote }) => remote.blocksDone())));
    return done.reduce((sum, count) => sum + count, 0);
  }

  async function forecastAll(state: LoadedFrame): Promise<number> {
    const started = now();
    run += 1;
    const own = run;
    await begin(state, own);
    await guard(Promise.all(members.map(({ remote }) => remote.forecast(own))));
    return now() - started;
  }

  startMembers();
  return {
    async load(bytes) {
      if (isDisposed) usable();
      const frame = openFrame(bytes);
      const { nodes } = frame.meta;
      const lengths = { forecastLevel: nodes, forecastSd: nodes, forecastClass: nodes };
      const control = shared ? new SharedArrayBuffer(controlBytes) : undefined;
      const common = { frame: shared ? toShared(bytes) : bytes, control, workers };
      const allocate = (): WorkerLoad['forecast'] => allocateColumns(forecastLayout, lengths, null, { shared }).buffer;
      const one = allocate();
      loadedFrame = {
        frame,
        blocks: Math.max(0, cutNetworks(frame).length - 1),
        control,
        loads: members.map((_, worker) => ({ ...common, worker, forecast: shared ? one : allocate() })),
      };
      forecastDone = undefined;
      last = undefined;
      informed.clear();
      await sendLoads(loadedFrame);
    },
    async plan(changes, { signal, onProgress } = {}) {
      const state = usable();
      const cancelled = (): boolean => signal?.aborted === true || isDisposed || loadedFrame !== state;
      if (cancelled()) throw cancelledError();
      // Forecasts hold for every plan of the frame, so a newer plan waits for them instead of ending them.
      forecastDone ??= forecastAll(state);
      const forecastMs = await forecastDone;
      if (cancelled()) throw cancelledError();
      run += 1;
      const own = run;
      // A run that nobody asked for takes no block, so the workers stop at their next one.
      const stop = (): void => {
        if (run !== own) return;
        run += 1;
        begin(state, run).catch(() => undefined);
      };
      signal?.addEventListener('abort', stop, { once: true });
      const started = now();
      const networks = state.frame.meta.networks;
      const report = (done: number): void =>
        onProgress?.({ networks, networksDone: state.blocks === 0 ? networks : Math.floor((networks * done) / state.blocks) });
      const timer = onProgress
        ? setInterval(
            () =>
              void blocksDone(state).then(
                (done) => run === own && report(done),
                () => undefined,
              ),
            progressEveryMs,
          )
        : undefined;
      try {
        await begin(state, own);
        const blocks = (await guard(Promise.all(members.map(({ remote }) => remote.plan(own, changes))))).flat();
        if (run !== own || cancelled()) throw cancelledError();
        const result = mergeBlocks(state.frame, blocks);
        report(state.blocks);
        last = { result, changes };
        members.forEach((_, worker) => informed.add(worker));
        return { result, times: { forecastMs, planMs: now() - started } };
      } catch (error) {
        informed.clear();
        throw error;
      } finally {
        clearInterval(timer);
        signal?.removeEventListener('abort', stop);
      }
    },
    async project(nodes) {
      usable();
      return guard(ask((remote, changes) => remote.project([...nodes], changes)));
    },
    async explain(orders) {
      usable();
      const plan = last;
      if (!plan) throw new AppError('data.missing', 'There is no plan yet to explain.');
      const lines = orders.map((order) => {
        const node = plan.result.orderNode[order];
        if (node === undefined) throw new AppError('data.stale', 'The line is no longer in the plan.');
        return { node, ordinal: order - (plan.result.nodeOrderStart[node] ?? 0) };
      });
      return guard(ask((remote, changes) => remote.explain(lines, changes)));
    },
    dispose() {
      isDisposed = true;
      rejectCalls(new AppError('rpc.closed', 'Planning was closed. Open the workstation again.'));
      endMembers();
      return Promise.resolve();
    },
  };

  /** Asks the workers in turn, telling each of the changes of the last finished plan where it does not hold them. */
  function ask<Answer>(
    question: (remote: Remote<PlanWorker>, changes: PlanChanges | undefined) => Promise<Answer>,
  ): Promise<Answer> {
    const worker = nextAsked % members.length;
    nextAsked += 1;
    const isInformed = informed.has(worker);
    informed.add(worker);
    return question(members[worker]!.remote, isInformed ? undefined : (last?.changes ?? noChanges)); // in range
  }
}

function cancelledError(): AppError {
  return new AppError('cancelled', 'A newer plan was asked for.');
}

function toShared(bytes: ArrayBuffer | SharedArrayBuffer): SharedArrayBuffer {
  if (bytes instanceof SharedArrayBuffer) return bytes;
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(new Uint8Array(bytes));
  return shared;
}
