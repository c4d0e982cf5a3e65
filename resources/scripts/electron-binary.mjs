import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeNode } from './runtime-node.mjs';

/** Long enough for a usual line, short enough that nobody wonders. */
const fetchLimitMs = 60_000;

/**
 * The Electron binary to start a window with, fetched once if need be, or in one sentence why there is none:
 * `{ binary }` or `{ reason }`.
 */
export async function electronBinary() {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return { reason: 'There is no display for a window' };
  if (process.getuid?.() === 0) return { reason: 'Electron keeps its sandbox and therefore does not run as root' };
  if (installedBinary() === undefined) {
    console.error('Fetching Electron …');
    await run(runtimeNode(), [inRoot('node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeoutMs: fetchLimitMs });
  }
  const binary = installedBinary();
  return binary === undefined ? { reason: 'The Electron binary is not here and could not be fetched' } : { binary };
}

function installedBinary() {
  const pathFile = inRoot('node_modules', 'electron', 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = inRoot('node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}
