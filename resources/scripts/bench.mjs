import { existsSync, readdirSync } from 'node:fs';
import { engineFlags } from './engine-flags.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeNode } from './runtime-node.mjs';

const names = readdirSync(inRoot('bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !existsSync(inRoot('bench', `${name}.bench.ts`))) {
  console.error(`Usage: npm run bench -- NAME. Benchmarks: ${names.join(', ') || 'none'}.`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(runtimeNode(), [...engineFlags, inRoot('bench', `${name}.bench.ts`), ...args]);
}
