import { existsSync } from 'node:fs';
import { engineFlags } from './engine-flags.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeNode } from './runtime-node.mjs';

// A build that is there is used as it is: two commands at once must not rebuild each other's files.
const cli = inRoot('dist', 'node', 'cli.js');
if (!existsSync(cli)) {
  await ensureInstalled();
  await ensureBuilt();
}
process.exitCode = await run(runtimeNode(), [...engineFlags, cli, ...process.argv.slice(2)]);
