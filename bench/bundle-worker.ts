import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { build } from 'vite';
import type { SpawnedWorker } from '#workers/spawned-worker.ts';

/**
 * Bundles the planning worker as the product does and returns how to start it. From sources, Node removes the types with a
 * WebAssembly module whose memory grows; that detaches a buffer, after which V8 tests every access to every typed array.
 */
export async function bundleWorker(): Promise<() => SpawnedWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-worker-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node22',
      minify: false,
      outDir: folder,
      rolldownOptions: {
        input: { 'plan-worker': 'workers/plan-worker.node.ts' },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  const entry = pathToFileURL(join(folder, 'plan-worker.mjs'));
  return () => {
    const worker = new Worker(entry, { execArgv: [] });
    return {
      endpoint: nodeEndpoint(worker),
      onFailure: (listener) => void worker.on('error', listener),
      terminate: () => void worker.terminate(),
    };
  };
}
