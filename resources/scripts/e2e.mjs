import { ensureBuilt } from './ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeEnvironment, runtimeNode } from './runtime-node.mjs';

await ensureBuilt();
const browser = await findBrowser();
if (browser === undefined) {
  console.error('No browser starts on this machine. Name one that does in STOCKWRIGHT_BROWSER and run again.');
  process.exitCode = 1;
} else {
  console.error(`Browser: ${browser.path} (${browser.name})`);
  const args = [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', 'e2e/playwright.config.ts'];
  const env = { ...runtimeEnvironment(), STOCKWRIGHT_BROWSER: browser.path };
  process.exitCode = await run(runtimeNode(), [...args, ...process.argv.slice(2)], { env });
}
