import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: one build for both hosts, nothing inline, because the content security policy forbids it. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
});
