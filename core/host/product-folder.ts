import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { invariant } from '#core/base/invariant.ts';

/**
 * The folder of the product on this machine: the nearest one above the running code that holds its package.json,
 * whether the code runs from source, from the build or from inside a package.
 *
 * @example join(productFolder(), 'dist', 'renderer')
 */
export function productFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    invariant(dirname(folder) !== folder, 'the code runs inside the folder of the product');
    folder = dirname(folder);
  }
  return folder;
}
