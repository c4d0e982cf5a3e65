import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './core/host/security-headers.ts';

/** The renderer: one build for both hosts, nothing inline, because the content security policy forbids it. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  html: { cspNonce: noncePlaceholder },
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
