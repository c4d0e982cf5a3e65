import { Worker } from 'node:worker_threads';
import type { SimulationTask } from './simulation-task.ts';

/**
 * Starts a worker thread that simulates blocks until none is left, and then ends. From sources the entry lies beside this file as
 * TypeScript, in the bundle as `simulation-worker.js` beside the program.
 */
export function spawnSimulation(task: SimulationTask): Worker {
  const entry = import.meta.url.endsWith('.ts') ? './simulation-worker.node.ts' : './simulation-worker.js';
  // Flags of this process, such as those of a test runner, are none of the worker's.
  return new Worker(new URL(entry, import.meta.url), { execArgv: [], workerData: task });
}
