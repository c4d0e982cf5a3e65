import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a module with all it imports, as the product does, and returns where it is. From sources, constants of other modules are
 * looked up in every loop, and Node removes the types with a WebAssembly module whose memory grows; that detaches a buffer, after
 * which V8 tests every access to every typed array.
 */
export async function bundleModule(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
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
        input: { module: entry },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return pathToFileURL(join(folder, 'module.mjs')).href;
}
