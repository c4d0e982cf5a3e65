import type { Readable } from 'node:stream';

/** The files of a package, wherever they are. */
export interface PackageFiles {
  readonly names: readonly string[];
  /** Links in a folder; they are not followed, as a package is what lies in its own folder. */
  readonly links: readonly string[];
  open(name: string): Promise<Readable>;
  close(): void;
}
