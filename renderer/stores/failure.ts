import { isAppError } from '#core/base/app-error.ts';
import { InternalFault } from '#core/contract/client/internal-fault.ts';
import { text } from '#renderer/text/text.ts';

/** What the desk shows of an error: what happened and what to do. Bugs show no internals. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Turns whatever was thrown into words, or null where the planner or a newer plan ended the work: that is no failure. */
export function failureOf(error: unknown): Failure | null {
  if (isAppError(error)) return error.code === 'cancelled' ? null : { code: error.code, message: error.message };
  if (error instanceof InternalFault) return { code: 'internal', message: error.message };
  return { code: 'internal', message: text('app.unexpected') };
}
