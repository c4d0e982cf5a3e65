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
  /** Counts a block of the run as done; of a run that is no longer wanted none is counted. */
  finishBlock(run: number): void;
  blocksDone(): number;
}

const nextBlock = 0;
const doneBlocks = 1;
/**
 * Run and count share one cell: with a cell each, a worker of an ended run could still take the first block of the newer
 * one between looking at the run and counting, and nobody would plan that block.
 */
const countsPerRun = 1n << 32n;

/** Control over memory that all workers see. */
export function createSharedControl(memory: SharedArrayBuffer): RunControl {
  const cells = new BigInt64Array(memory);
  /** Counts one on where the cell still belongs to the run and counts fewer than `end`; returns the count before. */
  function countOn(cell: number, run: number, end: number): number | undefined {
    for (;;) {
      const seen = Atomics.load(cells, cell);
      const count = Number(seen % countsPerRun);
      if (seen / countsPerRun !== BigInt(run) || count >= end) return undefined;
      if (Atomics.compareExchange(cells, cell, seen, seen + 1n) === seen) return count;
    }
  }
  return {
    isShared: true,
    begin(run) {
      const none = BigInt(run) * countsPerRun;
      Atomics.store(cells, doneBlocks, none);
      Atomics.store(cells, nextBlock, none);
    },
    takeBlock: (run, _taken, blocks) => countOn(nextBlock, run, blocks),
    finishBlock: (run) => void countOn(doneBlocks, run, Infinity),
    blocksDone: () => Number(Atomics.load(cells, doneBlocks) % countsPerRun),
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
    finishBlock(run) {
      if (wanted === run) done += 1;
    },
    blocksDone: () => done,
  };
}
