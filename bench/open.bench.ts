import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

/**
 * From `serve` with a stored company to a filled grid, in a real browser. The store is given:
 *   npm run -s cli -- demo --out company --item-locations 100000
 *   npm run -s cli -- import --package company --db company.sqlite
 *   npm run bench -- open company.sqlite
 */
const [store, runsText = '5'] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
const executablePath = process.env['STOCKWRIGHT_BROWSER'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

if (!store || !existsSync(store)) {
  console.error('Usage: npm run bench -- open STORE [RUNS]. Make the store with the demo and import commands.');
  process.exit(2);
}

interface Times {
  readonly served: number;
  readonly filled: number;
}

async function openOnce(page: Awaited<ReturnType<typeof newPage>>): Promise<Times> {
  const started = performance.now();
  const host = spawn(process.execPath, [join(root, 'dist/node/cli.js'), 'serve', '--json', '--db', store ?? ''], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await new Promise<string>((resolve) => {
      createInterface({ input: host.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url)); // what serve prints
    });
    const served = performance.now() - started;
    await page.goto(url);
    await page.getByRole('navigation').getByRole('link', { name: 'Replenish' }).click();
    await page.locator('[row-index="5"] [col-id="qty"]').waitFor();
    return { served, filled: performance.now() - started };
  } finally {
    host.kill('SIGTERM');
  }
}

async function newPage(): Promise<Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>> {
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return browser.newPage({ viewport: { width: 1440, height: 900 } });
}

const page = await newPage();
const times: Times[] = [];
for (let run = 0; run <= Number(runsText); run += 1) times.push(await openOnce(page));
await page.context().browser()?.close();
const counted = times.slice(1).sort((a, b) => a.filled - b.filled);
const middle = counted[Math.floor(counted.length / 2)];
console.log(`From serve to a filled grid, ${counted.length} runs after a first one:`);
console.log(`  address printed after ${Math.round(middle?.served ?? 0)} ms`);
console.log(
  `  grid filled after     ${Math.round(middle?.filled ?? 0)} ms (${counted.map((time) => Math.round(time.filled)).join(', ')})`,
);
