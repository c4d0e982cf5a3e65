import type { Secrets } from '#core/backend/ports.ts';

/** Keeps secrets for the life of the process only; for machines without a keystore, where a file would be the worse place. */
export function sessionSecrets(): Secrets {
  const values = new Map<string, string>();
  return {
    get: async (name) => values.get(name),
    set: async (name, value) => void values.set(name, value),
    delete: async (name) => void values.delete(name),
  };
}
