import type { AppError } from '#core/base/app-error.ts';

/** What carries calls to a backend: a WebSocket, a message port or, in one process, a plain function call. */
export interface ContractLink {
  /** Sends one call and waits for its answer. Rejects with what the transport reports, untranslated. */
  call(path: readonly string[], input: unknown, signal: AbortSignal): Promise<unknown>;
  /** Why no further call can be answered; undefined while the connection stands. */
  closedBecause(): AppError | undefined;
}
