import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects all garbage of this thread now. */
export function collectGarbage(): void {
  // The flag gives new contexts a `gc`, so it need not be given on the command line.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag just set defines
  collect();
}
