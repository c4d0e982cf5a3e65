import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { AppError } from '#core/base/app-error.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { cutBlocks } from '#core/simulate/plan/cut-blocks.ts';
import { numbersPerNode } from '#core/simulate/plan/node-figures.ts';
import type { PlanSimulationOptions } from '#core/simulate/plan/plan-simulator.ts';
import { createTotals, mergeTotals, type PlanTotals } from '#core/simulate/plan/plan-totals.ts';
import { currenciesOf, type SimulatedBlock } from '#core/simulate/plan/simulate-block.ts';
import type { SimulatedBlockMessage, SimulationTask } from '#workers/simulation-task.ts';
import { spawnSimulation } from '#workers/spawn-simulation.node.ts';

/** What came of a frame: `numbersPerNode` numbers per node, and the totals. */
export interface SimulatedPlan {
  readonly numbers: Float64Array;
  readonly totals: PlanTotals;
}

/** How a simulation is run. */
export interface SimulationPace {
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Told after every block. */
  readonly onProgress?: (nodesDone: number, nodes: number) => void;
}

/**
 * Simulates a frame in threads that take blocks of networks from one cursor; the bytes are the same for any number of them (SIM-1).
 * Without `threads` it takes as many as the machine runs at once, eight at most. Errors: `cancelled` by the signal; a thread that
 * breaks ends the others and is an internal error.
 */
export async function simulateInThreads(
  frame: Frame,
  bytes: Pick<SimulationTask, 'frame' | 'forecast'>,
  options: PlanSimulationOptions,
  { threads, signal, onProgress }: SimulationPace,
): Promise<SimulatedPlan> {
  const blocks = cutBlocks(frame).length - 1;
  const count = Math.max(1, Math.min(threads ?? Math.min(8, availableParallelism()), blocks));
  const task: SimulationTask = { ...bytes, options, cursor: new SharedArrayBuffer(4) };
  const done: SimulatedBlock[] = [];
  let nodesDone = 0;
  const take = ({ block, result }: SimulatedBlockMessage): void => {
    done[block] = result;
    nodesDone += result.numbers.length / numbersPerNode;
    onProgress?.(nodesDone, frame.meta.nodes);
  };
  refuseStopped(signal);
  const workers = Array.from({ length: count }, () => spawnSimulation(task));
  const online = new Set<Worker>();
  const stop = (): void => {
    // A thread that is still starting finds nothing to do and ends by itself: cut off then, it could take the process with it.
    Atomics.store(new Int32Array(task.cursor), 0, blocks);
    for (const worker of online) void worker.terminate();
  };
  signal?.addEventListener('abort', stop, { once: true });
  const ends = workers.map((worker) => {
    worker.on('online', () => online.add(worker));
    worker.on('message', take);
    return untilEnd(worker).finally(() => online.delete(worker));
  });
  for (const end of ends) end.catch(stop);
  const settled = await Promise.allSettled(ends);
  signal?.removeEventListener('abort', stop);
  refuseStopped(signal);
  const broken = settled.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
  return gather(frame, options, done);
}

function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled', 'The simulation was stopped.');
}

function untilEnd(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    let reason: unknown;
    worker.on('error', (error: unknown) => (reason = error));
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A thread that simulates ended with code ${code}`, { cause: reason }));
    });
  });
}

/** Sums are taken in the order of the blocks, so that their last digits do not depend on who was first. */
function gather(frame: Frame, { replications }: PlanSimulationOptions, done: readonly SimulatedBlock[]): SimulatedPlan {
  const numbers = new Float64Array(frame.meta.nodes * numbersPerNode);
  const totals = createTotals(currenciesOf(frame).codes.length, replications);
  for (const block of done) {
    numbers.set(block.numbers, block.firstNode * numbersPerNode);
    mergeTotals(totals, block.totals);
  }
  return { numbers, totals };
}
