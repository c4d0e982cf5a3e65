import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { runtimeNode } from './runtime-node.mjs';

// One compilation per environment, so that `document` in core or `process` in the page is an error.
const environments = ['pure', 'node', 'web', 'electron', 'preload', 'test'];

let failures = 0;
for (const environment of environments) {
  const args = [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '--project', `tsconfig.${environment}.json`];
  if ((await run(runtimeNode(), args)) !== 0) failures++;
}
process.exitCode = failures === 0 ? 0 : 1;
