import { spawnThread } from '#workers/spawn.node.ts';
import type { SpawnedWorker } from '#workers/spawned-worker.ts';
import { bundleModule } from './bundle-module.ts';

/** Bundles the planning worker as the product does and returns how to start it. */
export async function bundleWorker(): Promise<() => SpawnedWorker> {
  const entry = new URL(await bundleModule('workers/plan-worker.node.ts'));
  return () => spawnThread(entry);
}
