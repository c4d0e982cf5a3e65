import { mapEventIterator } from '@orpc/client';
import type { Log } from '#core/backend/ports.ts';
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
  return async function translate(call) {
    const procedure = call.path.join('.');
    try {
      const output = await call.next();
      if (!isStream(output)) return output;
      return mapEventIterator(output, {
        value: async (value) => value,
        error: async (error) => toWireError(error, procedure, log),
      });
    } catch (error) {
      throw toWireError(error, procedure, log);
    }
  };
}

function isStream(output: unknown): output is AsyncIterator<unknown, unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
