import { createORPCClient } from '@orpc/client';
import { AppError } from '#core/base/app-error.ts';
import { translateCall } from '#core/contract/translate-call.ts';
import type { ContractClient } from './contract-client.ts';
import type { ContractLink } from './contract-link.ts';
import { fromWireError } from './from-wire-error.ts';

export interface ContractClientOptions {
  /** How long an answer may take to begin, in milliseconds; a stream may then go on for as long as it likes. */
  readonly deadlineMs?: number;
}

/** Longer than any plan the backend repeats before an approval, shorter than anybody waits. */
const defaultDeadlineMs = 120_000;

/**
 * Makes the typed client of the contract over one link. Every call ends: with its answer, with an `AppError`
 * (the backend's own, `rpc.closed`, `rpc.deadline` or `cancelled`) or with an `InternalFault`.
 *
 * @example const client = createContractClient(socketLink(socket)); const info = await client.app.info()
 */
export function createContractClient(link: ContractLink, options: ContractClientOptions = {}): ContractClient {
  const deadlineMs = options.deadlineMs ?? defaultDeadlineMs;
  return createORPCClient({ call: (path, input, { signal }) => callWithDeadline(link, path, input, signal, deadlineMs) });
}

async function callWithDeadline(
  link: ContractLink,
  path: readonly string[],
  input: unknown,
  callerSignal: AbortSignal | undefined,
  deadlineMs: number,
): Promise<unknown> {
  const closed = link.closedBecause();
  if (closed !== undefined) throw closed;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(deadlineError(path, deadlineMs)), deadlineMs);
  const signal = callerSignal === undefined ? deadline.signal : AbortSignal.any([callerSignal, deadline.signal]);
  try {
    return await translateCall(
      () => Promise.race([link.call(path, input, signal), rejectionOn(signal)]),
      (error) => fromWireError(error, link, signal),
    );
  } finally {
    clearTimeout(timer);
  }
}

/** The caller is released at once, also where the other side is slow to notice that nobody waits any more. */
function rejectionOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new Error('Aborted before the call'));
    signal.addEventListener('abort', () => reject(new Error('Aborted during the call')), { once: true });
  });
}

function deadlineError(path: readonly string[], deadlineMs: number): AppError {
  const message = `The backend did not answer ${path.join('.')} within ${deadlineMs / 1000} seconds. Try again.`;
  return new AppError('rpc.deadline', message, { retryable: true });
}
