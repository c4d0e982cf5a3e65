import { AppError } from '#core/base/app-error.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { loadedFrame, type LoadedFrame } from './loaded-frame.ts';
import type { PlanService } from './plan-service.ts';
import { createSharedControl } from './run-control.ts';
import type { SpawnedWorker } from './spawned-worker.ts';
import { startMembers, type WorkerMembers } from './worker-members.ts';

export interface FramePoolOptions {
  readonly workers: number;
  readonly spawn: () => SpawnedWorker;
  /** Whether memory may be shared; found out by the caller, as it depends on the host. */
  readonly shared: boolean;
}

/** Workers that hold one frame, and the run they are in: a newer one ends the older. */
export interface FramePool extends Pick<PlanService, 'load' | 'dispose'> {
  readonly members: WorkerMembers;
  /** The frame that is loaded. Throws `rpc.closed` after `dispose` and `data.missing` before `load`. */
  usable(): LoadedFrame;
  /** Whether the frame is still the one that is loaded, and the pool open. */
  isUsable(state: LoadedFrame): boolean;
  /** The number of a new run; the one before is over. */
  startRun(): number;
  isNewest(run: number): boolean;
  /** Tells the workers of a run. */
  begin(state: LoadedFrame, run: number): Promise<void>;
  blocksDone(state: LoadedFrame): Promise<number>;
  /** Sends the workers what they have to hold. */
  sendLoads(state: LoadedFrame): Promise<void>;
  /** The worker whose turn it is to be asked. */
  nextWorker(): number;
}

/** Starts workers without a frame. Calls reject where a worker breaks, which is then replaced. */
export function createFramePool({ workers, spawn, shared }: FramePoolOptions): FramePool {
  let loaded: LoadedFrame | undefined;
  let run = 0;
  let isDisposed = false;
  let nextAsked = 0;

  const members = startMembers(workers, spawn, {
    onBroken() {
      if (!loaded) return;
      loaded.told.length = 0;
      if (!loaded.isForecastGiven) loaded.forecast = undefined;
    },
    onReplaced() {
      // A failure rejects the question that comes next.
      if (loaded) sendLoads(loaded).catch(() => undefined);
    },
  });
  async function sendLoads({ loads }: LoadedFrame): Promise<void> {
    await members.askAll((remote, worker) => remote.load(loads[worker]!)); // one load per worker
  }
  function usable(): LoadedFrame {
    if (isDisposed) throw closedError();
    if (!loaded) throw new AppError('data.missing', 'There is no data to plan yet.');
    return loaded;
  }
  function startRun(): number {
    run += 1;
    return run;
  }
  async function begin({ control }: LoadedFrame, number: number): Promise<void> {
    if (control) createSharedControl(control).begin(number);
    else await members.askAll((remote) => remote.begin(number));
  }

  return {
    members,
    usable,
    isUsable: (state) => !isDisposed && loaded === state,
    startRun,
    isNewest: (number) => number === run,
    begin,
    async blocksDone({ control }) {
      if (control) return createSharedControl(control).blocksDone();
      return (await members.askAll((remote) => remote.blocksDone())).reduce((sum, count) => sum + count, 0);
    },
    sendLoads,
    nextWorker() {
      const worker = nextAsked % members.count;
      nextAsked += 1;
      return worker;
    },
    async load(bytes, forecast, receipts) {
      if (isDisposed) throw closedError();
      const frame = openFrame(bytes);
      // The workers take the frame when they stop planning the older one.
      if (loaded) begin(loaded, startRun()).catch(() => undefined);
      loaded = loadedFrame(frame, { bytes, forecast, receipts, workers, shared });
      await sendLoads(loaded);
    },
    async dispose() {
      isDisposed = true;
      await members.end(closedError());
    },
  };
}

function closedError(): AppError {
  return new AppError('rpc.closed', 'Planning was closed. Open the workstation again.');
}
