import type { Secrets } from '#core/backend/ports.ts';
import { AppError } from '#core/base/app-error.ts';
import type { RunProgram } from './run-program.ts';

/** The keystore of a Linux desktop (GNOME Keyring, KWallet) through libsecret's own program. Errors: `auth.required` when it is locked. */
export function secretToolSecrets(run: RunProgram): Secrets {
  const attributes = (name: string) => ['service', 'stockwright', 'name', name];
  return {
    async get(name) {
      const { exitCode, output } = await run('secret-tool', ['lookup', ...attributes(name)], '');
      return exitCode === 0 ? output : undefined;
    },
    async set(name, value) {
      const { exitCode } = await run('secret-tool', ['store', '--label=Stockwright', ...attributes(name)], value);
      if (exitCode !== 0) throw new AppError('auth.required', 'The keystore did not take the secret. Unlock it and try again.');
    },
    async delete(name) {
      await run('secret-tool', ['clear', ...attributes(name)], '');
    },
  };
}
