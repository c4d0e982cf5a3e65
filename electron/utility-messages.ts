import { z } from 'zod';

/** Main to utility; the contract's port travels along with `contract`. */
export const toUtility = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), db: z.string(), demo: z.boolean() }),
  z.object({ kind: z.literal('contract') }),
  z.object({ kind: z.literal('frame'), id: z.number().int(), datasetVersion: z.number().int() }),
  z.object({ kind: z.literal('secret'), id: z.number().int(), value: z.string().optional() }),
  z.object({ kind: z.literal('close') }),
]);

/** Utility to main. Bytes are copied between processes; a transferred buffer would arrive empty. */
export const toMain = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
  z.object({ kind: z.literal('frame'), id: z.number().int(), bytes: z.instanceof(Uint8Array) }),
  z.object({
    kind: z.literal('frameRefused'),
    id: z.number().int(),
    status: z.number().int(),
    code: z.string(),
    message: z.string(),
  }),
  z.object({ kind: z.literal('secretGet'), id: z.number().int(), name: z.string() }),
  z.object({ kind: z.literal('secretSet'), id: z.number().int(), name: z.string(), value: z.string() }),
  z.object({ kind: z.literal('secretDelete'), id: z.number().int(), name: z.string() }),
  z.object({ kind: z.literal('closed') }),
]);

export type ToUtility = z.infer<typeof toUtility>;
export type ToMain = z.infer<typeof toMain>;
