import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product. These scripts run before anything is installed, so they use nothing but Node 20. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the product. */
export function inRoot(...names) {
  return join(root, ...names);
}
