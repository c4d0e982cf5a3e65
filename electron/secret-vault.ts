import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Secrets } from '#core/backend/ports.ts';

/** The part of Electron's safeStorage that is needed; its key lives in the system's keystore. */
export interface Cipher {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

const vaultSchema = z.record(z.string(), z.string());

/**
 * Keeps secrets encrypted in one file. Without a keystore they stay in memory: safeStorage would otherwise write
 * them almost readable. A file that cannot be read counts as empty, and the connection asks for the secret again.
 */
export function createSecretVault(file: string, cipher: Cipher): Secrets {
  const isLasting = cipher.isEncryptionAvailable();
  const values = new Map(isLasting ? readVault(file, cipher) : []);

  function save(): void {
    if (!isLasting) return;
    const encrypted = [...values].map(([name, value]) => [name, cipher.encryptString(value).toString('base64')]);
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(encrypted)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    get: async (name) => values.get(name),
    async set(name, value) {
      values.set(name, value);
      save();
    },
    async delete(name) {
      values.delete(name);
      save();
    },
  };
}

function readVault(file: string, cipher: Cipher): [string, string][] {
  if (!existsSync(file)) return [];
  try {
    const encrypted = vaultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return Object.entries(encrypted).map(([name, value]) => [name, cipher.decryptString(Buffer.from(value, 'base64'))]);
  } catch {
    return []; // Another user's keystore or a damaged file: nothing in it can be used.
  }
}
