import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeNode } from './runtime-node.mjs';

const builds = ['vite.config.ts', 'vite.node.config.ts', 'vite.preload.config.ts'];

/** Builds the page, the processes around it and the preload into dist/. Resolves with an exit code. */
export async function build() {
  for (const config of builds) {
    const args = [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', config, '--logLevel', 'warn'];
    const exitCode = await run(runtimeNode(), args, { stdio: ['ignore', 2, 2] });
    if (exitCode !== 0) return exitCode;
  }
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(inRoot('dist', '.built'), '');
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await build();
