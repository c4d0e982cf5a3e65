import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSecretVault, type Cipher } from './secret-vault.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  file = join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Not a cipher, but not the plain text either. */
function cipher(isAvailable: boolean): Cipher {
  return {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text) => Buffer.from(text).map((byte) => byte ^ 255) as Buffer, // Mapping a buffer gives a buffer.
    decryptString: (encrypted) => Buffer.from(encrypted.map((byte) => byte ^ 255)).toString(),
  };
}

test('a secret outlives the program, encrypted (HST-13)', async () => {
  await createSecretVault(file, cipher(true)).set('erp', 'secret');
  expect(await createSecretVault(file, cipher(true)).get('erp')).toBe('secret');
  expect(readFileSync(file, 'utf8')).not.toContain('secret');
});

test('a deleted secret is gone (HST-13)', async () => {
  const vault = createSecretVault(file, cipher(true));
  await vault.set('erp', 'secret');
  await vault.delete('erp');
  expect(await createSecretVault(file, cipher(true)).get('erp')).toBeUndefined();
});

test('without a keystore nothing is written (HST-13)', async () => {
  const vault = createSecretVault(file, cipher(false));
  await vault.set('erp', 'secret');
  expect([await vault.get('erp'), existsSync(file)]).toEqual(['secret', false]);
});

test('a damaged file counts as empty (HST-13)', async () => {
  writeFileSync(file, '{"erp": 1');
  expect(await createSecretVault(file, cipher(true)).get('erp')).toBeUndefined();
});
