import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { AppError } from '#core/base/app-error.ts';
import { wireErrors } from '#core/contract/errors.ts';
import type { ContractLink } from './contract-link.ts';
import { InternalFault } from './internal-fault.ts';

const faultData = z.object({ correlationId: z.string() });

/**
 * Turns whatever a link rejected with into the two families of errors: an `AppError` the caller can decide on, or an
 * `InternalFault`. An aborted call is `cancelled` or, if a deadline aborted it, that deadline's own error; a call cut
 * off by the end of the connection is `rpc.closed`. Does not throw.
 */
export function fromWireError(error: unknown, link: ContractLink, signal: AbortSignal): AppError | InternalFault {
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    return reason instanceof AppError ? reason : new AppError('cancelled', 'The call was cancelled.', { cause: error });
  }
  if (error instanceof ORPCError) return fromRemoteError(String(error.code), error.message, error.data, error);
  return link.closedBecause() ?? new InternalFault(error instanceof Error ? error.message : String(error));
}

function fromRemoteError(wireCode: string, message: string, data: unknown, cause: unknown): AppError | InternalFault {
  const expected = wireErrors.APP_ERROR.data.safeParse(data);
  if (wireCode === 'APP_ERROR' && expected.success) {
    const { code, retryable, facts } = expected.data;
    return new AppError(code, message, { retryable, data: facts, cause });
  }
  const fault = faultData.safeParse(data);
  return new InternalFault(fault.success ? fault.data.correlationId : wireCode);
}
