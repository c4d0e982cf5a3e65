/**
 * What the workers of one pool share while they run: which run is wanted, the next block, and how many are done. Over
 * shared memory all of them take from one cursor; without it each takes every n-th block and is told of a newer run
 * by message.
 */
export interface RunControl {
  readonly isShared: boolean;
  /** Says which run is wanted from now on and starts its cursor. */
  begin(run: number): void;
  /** The next of the run's `blocks` for a worker that took `taken` before, or undefined where the run is over or no longer wanted. */
  takeBlock(run: number, taken: number, blocks: number): number | undefined;
  finishBlock(): void;
  blocksDone(): number;
}

const wantedRun = 0;
const nextBlock = 1;
const doneBlocks = 2;

/** Control over memory that all workers see. */
export function createSharedControl(memory: SharedArrayBuffer): RunControl {
  const cells = new Int32Array(memory);
  return {
    isShared: true,
    begin(run) {
      Atomics.store(cells, nextBlock, 0);
      Atomics.store(cells, doneBlocks, 0);
      Atomics.store(cells, wantedRun, run);
    },
    takeBlock(run, _taken, blocks) {
      if (Atomics.load(cells, wantedRun) !== run) return undefined;
      const block = Atomics.add(cells, nextBlock, 1);
      return block < blocks ? block : undefined;
    },
    finishBlock: () => void Atomics.add(cells, doneBlocks, 1),
    blocksDone: () => Atomics.load(cells, doneBlocks),
  };
}

/** Bytes of memory that a shared control needs. */
export const controlBytes = 16;

/** Control for one worker of several that share nothing. */
export function createSeparateControl(worker: number, workers: number): RunControl {
  let wanted = 0;
  let done = 0;
  return {
    isShared: false,
    begin(run) {
      wanted = run;
      done = 0;
    },
    takeBlock(run, taken, blocks) {
      const block = worker + taken * workers;
      return wanted === run && block < blocks ? block : undefined;
    },
    finishBlock: () => void (done += 1),
    blocksDone: () => done,
  };
}
