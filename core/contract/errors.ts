import { z } from 'zod';
import { errorCodes } from '#core/base/app-error.ts';

/** How an expected failure crosses the wire: its code, its facts and whether a retry may help. Bugs cross without detail. */
export const wireErrors = {
  APP_ERROR: {
    data: z.object({
      code: z.enum(errorCodes),
      retryable: z.boolean(),
      facts: z.record(z.string(), z.unknown()),
    }),
  },
} as const;
