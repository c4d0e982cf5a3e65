import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { inRoot } from './root.mjs';

const sources = ['core', 'workers', 'renderer', 'electron', 'resources', 'package.json', 'vite.config.ts', 'vite.node.config.ts'];

/** Builds the product where the build is missing or older than a source. Ends the process when that fails. */
export async function ensureBuilt() {
  const built = inRoot('dist', '.built');
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (builtAt > 0 && !sources.some((source) => isNewer(inRoot(source), builtAt))) return;
  console.error('Building …');
  const exitCode = await build();
  if (exitCode !== 0) {
    console.error('The build failed; the reason stands above.');
    process.exit(exitCode);
  }
}

function isNewer(path, time) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return false;
  if (!facts.isDirectory()) return facts.mtimeMs > time;
  return readdirSync(path).some((name) => isNewer(join(path, name), time));
}
