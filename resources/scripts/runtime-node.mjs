import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { inRoot } from './root.mjs';

const needed = [22, 12];

/**
 * The Node that runs the product: the one from the registry where this platform has it, otherwise the one at hand.
 * Ends the process with a clear message when both are too old, because native packages would crash without one.
 */
export function runtimeNode() {
  const own = inRoot('node_modules', '.bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return process.execPath;
  console.error(
    `Stockwright needs Node ${needed.join('.')} or newer; this is ${process.versions.node}, and the registry has no newer one for ` +
      `${process.platform} ${process.arch}. Install a current Node and start again.`,
  );
  process.exit(1);
}

/** The environment in which `node` means the Node above, for tools that start it by name. */
export function runtimeEnvironment() {
  return { PATH: `${inRoot('node_modules', '.bin')}${delimiter}${process.env.PATH}` };
}
