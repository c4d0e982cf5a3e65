import type { Log } from '#core/backend/ports.ts';
import { translateCall } from '#core/contract/translate-call.ts';
import { toWireError } from './to-wire-error.ts';

interface ProcedureCall {
  readonly path: readonly string[];
  next(): Promise<unknown>;
}

/**
 * The interceptor through which every call of every transport passes: nothing a procedure throws, at once or in the
 * middle of a stream, leaves the backend untranslated.
 */
export function translateErrors(log: Log): (call: ProcedureCall) => Promise<unknown> {
  return (call) =>
    translateCall(
      () => call.next(),
      (error) => toWireError(error, call.path.join('.'), log),
    );
}
