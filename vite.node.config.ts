import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Every process that runs outside the page; each becomes one file in dist/node. */
const entries: Readonly<Record<string, string>> = {
  cli: 'core/host/cli.ts',
  'plan-worker': 'workers/plan-worker.node.ts',
  'simulation-worker': 'workers/simulation-worker.node.ts',
  'backend-utility': 'electron/utility.ts',
  main: 'electron/main.ts',
};

export default defineConfig({
  publicDir: false,
  // Pure JavaScript packages are bundled, so that the packaged application carries one native module and nothing else.
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/node',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
