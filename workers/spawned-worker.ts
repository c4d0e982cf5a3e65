import type { Endpoint } from 'comlink';

/** A running worker as the pool sees it, whatever it runs on. */
export interface SpawnedWorker {
  readonly endpoint: Endpoint;
  /** Called once when the worker ends without being asked to. */
  onFailure(listener: (reason: unknown) => void): void;
  terminate(): void;
}
