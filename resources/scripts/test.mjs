import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { readBrowserTotals, readUnitTotals } from './read-totals.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeEnvironment, runtimeNode } from './runtime-node.mjs';

// Everything that must hold before a commit is shared, in one run that goes on after a failure and adds up at the end.
await ensureInstalled();

const unitReport = inRoot('artifacts', 'unit.json');
const browserReport = inRoot('artifacts', 'browser.json');
const totalsFile = inRoot('artifacts', 'totals.json');
mkdirSync(inRoot('artifacts'), { recursive: true });
for (const report of [unitReport, browserReport, totalsFile]) rmSync(report, { force: true });

const steps = [
  { name: 'types', run: () => node('resources/scripts/types.mjs') },
  { name: 'lint', run: () => npmScript('lint') },
  { name: 'boundaries', run: () => npmScript('boundaries') },
  { name: 'format', run: () => npmScript('format:check') },
  {
    name: 'unit',
    run: () =>
      node('node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`),
  },
  { name: 'build', run: build },
  { name: 'browser', run: () => node('resources/scripts/e2e.mjs') },
];

const failedSteps = [];
for (const step of steps) {
  const startedAt = performance.now();
  console.log(`\n── ${step.name}`);
  const exitCode = await step.run();
  if (exitCode !== 0) failedSteps.push(step.name);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${step.name} ${exitCode === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
}

const totals = addUp();
writeFileSync(totalsFile, JSON.stringify({ ...totals, failedSteps }));
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = failedSteps.length === 0 && totals.failed === 0 ? 0 : 1;

/** Tests by their number; every other step that failed is one failure more, so that no red run ends in "0 failed". */
function addUp() {
  const unit = readUnitTotals(unitReport);
  const browser = readBrowserTotals(browserReport);
  const otherFailures = failedSteps.filter((name) => name !== 'unit' && name !== 'browser').length;
  return { passed: unit.passed + browser.passed, failed: unit.failed + browser.failed + otherFailures };
}

function node(script, ...args) {
  return run(runtimeNode(), [inRoot(script), ...args], { env: runtimeEnvironment() });
}

function npmScript(name) {
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', name], { env: runtimeEnvironment() });
}
