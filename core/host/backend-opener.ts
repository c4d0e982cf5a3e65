import type { Backend } from '#core/backend/backend.ts';
import type { Log, Secrets } from '#core/backend/ports.ts';

export interface BackendPlace {
  /** The cache store, with the plan store beside it; undefined takes the user's own. */
  readonly db: string | undefined;
  /** Fills an empty store with the demo company and its stand-in ERP. */
  readonly demo: boolean;
  readonly host: 'electron' | 'loopback';
  readonly log: Log;
  readonly secrets: Secrets;
}

/** Opens the backend of a host, with the machine's clock and stores behind it. */
export type BackendOpener = (place: BackendPlace) => Promise<Backend>;
