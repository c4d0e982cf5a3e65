import { defineConfig } from 'vite';

/** A sandboxed preload cannot be an ES module, so it alone is built as CommonJS. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'chrome140',
    outDir: 'dist/preload',
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
