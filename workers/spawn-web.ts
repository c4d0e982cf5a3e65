import type { SpawnedWorker } from './spawned-worker.ts';

/** Starts a Web Worker that plans. */
export function spawnWebWorker(): SpawnedWorker {
  const worker = new Worker(new URL('./plan-worker.web.ts', import.meta.url), { type: 'module', name: 'plan' });
  return {
    endpoint: worker,
    onFailure(listener) {
      worker.addEventListener('error', (event) => listener(event.error ?? event.message));
      worker.addEventListener('messageerror', () => listener('A message could not be read'));
    },
    end() {
      worker.terminate();
      return Promise.resolve();
    },
  };
}
