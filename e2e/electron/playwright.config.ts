import { defineConfig } from '@playwright/test';

/** The packaged window itself; runs where the Electron binary is, which is not on every machine that runs `npm test`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../artifacts/electron',
  reporter: [['list'], ['json', { outputFile: '../../artifacts/electron.json' }]],
  timeout: 120_000,
  workers: 1,
  forbidOnly: true,
});
