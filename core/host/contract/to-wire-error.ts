import { randomUUID } from 'node:crypto';
import { ORPCError, ValidationError } from '@orpc/server';
import { isAppError } from '#core/base/app-error.ts';
import type { Log } from '#core/backend/ports.ts';

/**
 * Turns what a procedure threw into what may cross the contract: an expected failure with its code and facts, a
 * rejected input as `input.invalid` with the places, and a bug as a bare number under which it is logged here, once.
 * Does not throw.
 */
export function toWireError(error: unknown, procedure: string, log: Log): ORPCError<string, unknown> {
  if (isAppError(error)) return appError(error.code, error.message, error.retryable, error.data);
  if (error instanceof ORPCError) {
    if (error.code === 'APP_ERROR') return error as ORPCError<string, unknown>; // Its data is checked on the other side.
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) return invalidInput(error.cause);
  }
  const correlationId = randomUUID();
  log.error(`Bug in ${procedure}`, { correlationId, error });
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal error', data: { correlationId } });
}

function invalidInput(error: ValidationError): ORPCError<string, unknown> {
  const issues = error.issues.map(({ path, message }) => ({ place: placeOf(path), message }));
  const found = issues.map(({ place, message }) => `${place}: ${message}`).join('; ');
  return appError('input.invalid', `The request was refused: ${found}. Correct the values named and try again.`, false, {
    issues,
  });
}

function placeOf(path: ValidationError['issues'][number]['path']): string {
  const keys = (path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return keys.length === 0 ? 'request' : keys.join('.');
}

function appError(
  code: string,
  message: string,
  retryable: boolean,
  facts: Readonly<Record<string, unknown>>,
): ORPCError<string, unknown> {
  return new ORPCError('APP_ERROR', { message, data: { code, retryable, facts } });
}
