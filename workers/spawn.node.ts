import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { SpawnedWorker } from './spawned-worker.ts';

/**
 * Starts a worker thread that plans. From sources the entry lies beside this file as TypeScript, in the bundle as
 * `plan-worker.js` beside the program.
 */
export function spawnWorkerThread(): SpawnedWorker {
  const entry = import.meta.url.endsWith('.ts') ? './plan-worker.node.ts' : './plan-worker.js';
  return spawnThread(new URL(entry, import.meta.url));
}

/** Starts the planning worker of an entry. */
export function spawnThread(entry: URL): SpawnedWorker {
  // Flags of this process, such as those of a test runner, are none of the worker's.
  const worker = new Worker(entry, { execArgv: [] });
  let isEnding = false;
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    endpoint: nodeEndpoint(worker),
    onFailure(listener) {
      worker.on('error', listener);
      worker.on('exit', (code) => {
        if (!isEnding) listener(`The worker ended with code ${code}`);
      });
    },
    async end(isIdle) {
      isEnding = true;
      if (!isIdle) await worker.terminate();
      await gone;
    },
  };
}
