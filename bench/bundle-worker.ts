import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { SpawnedWorker } from '#workers/spawned-worker.ts';
import { bundleModule } from './bundle-module.ts';

/** Bundles the planning worker as the product does and returns how to start it. */
export async function bundleWorker(): Promise<() => SpawnedWorker> {
  const entry = new URL(await bundleModule('workers/plan-worker.node.ts'));
  return () => {
    const worker = new Worker(entry, { execArgv: [] });
    return {
      endpoint: nodeEndpoint(worker),
      onFailure: (listener) => void worker.on('error', listener),
      terminate: () => void worker.terminate(),
    };
  };
}
