import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { SpawnedWorker } from './spawned-worker.ts';

/**
 * Starts a worker thread that plans. From sources the entry lies beside this file as TypeScript, in the bundle as
 * `plan-worker.js` beside the program.
 */
export function spawnWorkerThread(): SpawnedWorker {
  const entry = import.meta.url.endsWith('.ts') ? './plan-worker.node.ts' : './plan-worker.js';
  // Flags of this process, such as those of a test runner, are none of the worker's.
  const worker = new Worker(new URL(entry, import.meta.url), { execArgv: [] });
  let isEnding = false;
  return {
    endpoint: nodeEndpoint(worker),
    onFailure(listener) {
      worker.on('error', listener);
      worker.on('exit', (code) => {
        if (!isEnding) listener(`The worker ended with code ${code}`);
      });
    },
    terminate() {
      isEnding = true;
      void worker.terminate();
    },
  };
}
