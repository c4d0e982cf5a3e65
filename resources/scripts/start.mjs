import { electronBinary } from './electron-binary.mjs';
import { engineFlags } from './engine-flags.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeNode } from './runtime-node.mjs';

// Opens the workstation with the demo company in one step, whatever this machine has. Further arguments go to `serve`.
await ensureInstalled();
await ensureBuilt();

const { binary, reason } = await electronBinary();
if (binary !== undefined) {
  process.exitCode = await run(binary, [inRoot(), '--demo']);
} else {
  console.error(`${reason}: the workstation runs in a browser on this machine instead.`);
  const args = [...engineFlags, inRoot('dist', 'node', 'cli.js'), 'serve', '--demo', '--open', ...process.argv.slice(2)];
  process.exitCode = await run(runtimeNode(), args);
}
