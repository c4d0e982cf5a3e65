import type { Secrets } from '#core/backend/ports.ts';
import { AppError } from '#core/base/app-error.ts';
import type { RunProgram } from './run-program.ts';

/**
 * The login keychain of macOS through its own program. Commands go over standard input and values in hexadecimal, so
 * that no secret stands in a list of processes or needs quoting. Errors: `auth.required` when the keychain is locked.
 */
export function keychainSecrets(run: RunProgram): Secrets {
  return {
    async get(name) {
      const { exitCode, output } = await run('security', ['find-generic-password', '-s', 'stockwright', '-a', name, '-w'], '');
      return exitCode === 0 ? Buffer.from(output.trim(), 'base64url').toString('utf8') : undefined;
    },
    async set(name, value) {
      // The keychain prints values with unusual characters in hexadecimal without saying so; base64url has none.
      const plain = Buffer.from(value).toString('base64url');
      const command = `add-generic-password -U -s stockwright -a "${name}" -X ${Buffer.from(plain).toString('hex')}\n`;
      const { exitCode } = await run('security', ['-i'], command);
      if (exitCode !== 0) throw new AppError('auth.required', 'The keychain did not take the secret. Unlock it and try again.');
    },
    async delete(name) {
      await run('security', ['delete-generic-password', '-s', 'stockwright', '-a', name], '');
    },
  };
}
