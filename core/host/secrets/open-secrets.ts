import type { Log, Secrets } from '#core/backend/ports.ts';
import { keychainSecrets } from './keychain-secrets.ts';
import { runProgram, type RunProgram } from './run-program.ts';
import { secretToolSecrets } from './secret-tool-secrets.ts';
import { sessionSecrets } from './session-secrets.ts';

const probeName = 'probe';

/**
 * The secrets of a host without Electron: the system's keystore where one answers, otherwise memory, which the log
 * says plainly. The keystore is tried for real, because its program is often there without a keystore behind it.
 */
export async function openSecrets(
  log: Log,
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runProgram,
): Promise<Secrets> {
  const keystore = keystoreOf(platform, run);
  if (keystore !== undefined && (await works(keystore))) return keystore;
  log.warn(
    'This machine offers no keystore: the secret of the ERP connection is kept until the workstation ends, and asked for again.',
  );
  return sessionSecrets();
}

function keystoreOf(platform: NodeJS.Platform, run: RunProgram): Secrets | undefined {
  if (platform === 'linux') return secretToolSecrets(run);
  if (platform === 'darwin') return keychainSecrets(run);
  return undefined;
}

async function works(keystore: Secrets): Promise<boolean> {
  try {
    await keystore.set(probeName, probeName);
    const found = await keystore.get(probeName);
    await keystore.delete(probeName);
    return found === probeName;
  } catch {
    return false; // A keystore that refuses the probe would refuse the secret.
  }
}
