import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,workers,renderer,electron,resources}/**/*.test.{ts,tsx}'],
    setupFiles: ['core/host/testing/use-temporary-folder.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
