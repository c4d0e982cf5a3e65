import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

/** Pinned, and kept out of the lockfile: 70 MB that only a machine without any browser needs (ADR 0044). */
const registryBrowser = '@sparticuz/chromium@153.0.0';

/** The ways to a browser, from the one somebody chose to the ones that must be fetched. */
const ways = [
  { name: 'STOCKWRIGHT_BROWSER', find: () => [process.env.STOCKWRIGHT_BROWSER] },
  { name: 'an installed browser', find: installedBrowsers },
  { name: "Playwright's own", find: playwrightBrowser },
  { name: 'the registry package', find: registryPackageBrowser },
  { name: "Debian's package", find: debianBrowser },
];

/**
 * The first browser that really starts, as `{ path, name }`, or undefined. Being there is not enough: a browser
 * without its libraries is found on many machines.
 */
export async function findBrowser() {
  for (const { name, find } of ways) {
    for (const path of await find()) {
      if (path && existsSync(path) && (await canLaunch(path))) return { path, name };
    }
  }
  return undefined;
}

function installedBrowsers() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
}

async function playwrightBrowser() {
  const { chromium } = await loadPlaywright();
  if (!existsSync(chromium.executablePath())) {
    console.error('Fetching a browser for the tests …');
    await run(process.execPath, [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], {
      stdio: 'ignore',
      timeoutMs: 120_000,
    });
  }
  return [chromium.executablePath()];
}

async function registryPackageBrowser() {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'stockwright', 'browser');
  mkdirSync(cache, { recursive: true });
  const entry = join(cache, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(entry)) {
    const args = ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', registryBrowser];
    await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdio: 'ignore', timeoutMs: 300_000 });
  }
  if (!existsSync(entry)) return [];
  const require = createRequire(join(cache, 'index.js'));
  const { default: chromium } = await import(pathToFileURL(require.resolve('@sparticuz/chromium')).href);
  return [await chromium.executablePath()];
}

async function debianBrowser() {
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebian) return [];
  console.error("Installing Debian's chromium …");
  const quiet = { stdio: 'ignore', timeoutMs: 300_000, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], quiet);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
  return readdirSync('/usr/bin').includes('chromium') ? ['/usr/bin/chromium'] : [];
}

async function canLaunch(executablePath) {
  const { chromium } = await loadPlaywright();
  try {
    const browser = await chromium.launch({ executablePath, args: browserArguments(), timeout: 30_000 });
    const page = await browser.newPage();
    const answer = await page.evaluate(() => 6 * 7);
    await browser.close();
    return answer === 42;
  } catch {
    return false; // It is there and does not start; the next way is tried.
  }
}

/** Root has no user namespace to sandbox a browser in, and test machines run as root. */
function browserArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function loadPlaywright() {
  return import('@playwright/test');
}
