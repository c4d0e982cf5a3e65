import type { Router } from '@orpc/server';
import type { contract } from '#core/contract/contract.ts';

/** The implementation of every procedure of the contract; it needs nothing of the transport that carries a call. */
export type BackendRouter = Router<typeof contract, Record<never, never>>;

/**
 * The one backend behind both hosts. A host serves the router over its transport and the frames as plain bytes.
 */
export interface Backend {
  readonly router: BackendRouter;
  /**
   * The columns of the dataset version `datasetVersion`, of its forecast and of its receipts, joined (core/frame/join-buffers).
   * Errors: `data.stale` when the dataset has moved on to another version, `data.missing` without a dataset.
   */
  frame(datasetVersion: number): Promise<ArrayBuffer>;
  /** Finishes what is running, closes the stores and ends the workers. Does not throw. */
  close(): Promise<void>;
}
