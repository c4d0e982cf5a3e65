import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;
const executablePath = process.env['STOCKWRIGHT_BROWSER'];

/** The built product in a real browser; the browser is found by resources/scripts/find-browser.mjs. */
export default defineConfig({
  testDir: '.',
  testIgnore: 'electron/**',
  outputDir: '../artifacts/browser',
  reporter: [['list'], ['json', { outputFile: '../artifacts/browser.json' }]],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
});
