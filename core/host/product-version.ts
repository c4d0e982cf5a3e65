import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from './product-folder.ts';

/** The version of the product, from its package.json. */
export function productVersion(): string {
  const manifest = JSON.parse(readFileSync(join(productFolder(), 'package.json'), 'utf8')) as { readonly version: string }; // our own file
  return manifest.version;
}
