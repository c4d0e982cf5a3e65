import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const lockfile = inRoot('package-lock.json');
const installed = inRoot('node_modules', '.package-lock.json');
const stamp = inRoot('node_modules', '.installed-lockfile');

/** Installs the packages of the lockfile where they are missing or older than it. Ends the process when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing packages (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // The output of npm is progress: standard output belongs to the results of what is started.
  const exitCode = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  if (exitCode !== 0) {
    console.error(
      'The packages could not be installed; npm tells the reason above. Most often the npm registry cannot be reached.',
    );
    process.exit(exitCode);
  }
  writeFileSync(stamp, lockHash());
}

function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  return statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockfile)).digest('hex');
}
