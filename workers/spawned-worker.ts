import type { Endpoint } from 'comlink';

/** A running worker as the pool sees it, whatever it runs on. */
export interface SpawnedWorker {
  readonly endpoint: Endpoint;
  /** Called once when the worker ends without being asked to. */
  onFailure(listener: (reason: unknown) => void): void;
  /**
   * Ends the worker and resolves when it is gone. An idle one whose endpoint was released may end by itself: threads that are cut
   * off while others start have brought the whole process down (github.com/nodejs/node/issues/56312).
   */
  end(isIdle: boolean): Promise<void>;
}
