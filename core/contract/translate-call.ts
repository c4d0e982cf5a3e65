import { mapEventIterator } from '@orpc/client';

/**
 * The output of a call, of whose errors none goes by untranslated, whether it is thrown at once or in the middle of a stream. Rejects with what
 * `translate` makes of an error.
 */
export async function translateCall(call: () => Promise<unknown>, translate: (error: unknown) => unknown): Promise<unknown> {
  try {
    const output = await call();
    if (!isStream(output)) return output;
    return mapEventIterator(output, { value: async (value) => value, error: async (error) => translate(error) });
  } catch (error) {
    throw translate(error);
  }
}

function isStream(output: unknown): output is AsyncIterator<unknown, unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
