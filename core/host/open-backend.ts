import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { createBackend } from '#core/backend/create-backend.ts';
import type { BackendOpener } from './backend-opener.ts';
import { openDemoCompany } from './open-demo-company.ts';
import { productVersion } from './product-version.ts';

/** Opens the backend of a host with the machine's clock, user and data folder behind it. */
export const openBackend: BackendOpener = async ({ db, demo, host, log, secrets }) => {
  const file = db ?? join(dataFolder(), demo ? 'demo' : 'company', 'cache.sqlite');
  mkdirSync(dirname(file), { recursive: true });
  const running = demo ? await openDemoCompany(file, log) : undefined;
  const backend = await createBackend({
    db: file,
    version: productVersion(),
    host,
    user: userInfo().username,
    demo,
    clock: { now: () => new Date() },
    ids: { next: () => randomUUID() },
    secrets,
    log,
    ...(running && { connection: running.connection }),
  });
  return {
    ...backend,
    async close() {
      await backend.close();
      await running?.close();
    },
  };
};

/** Where the stores of this user lie; the operating system's own place for such data, or STOCKWRIGHT_DATA. */
function dataFolder(): string {
  const given = process.env['STOCKWRIGHT_DATA'];
  if (given) return given;
  switch (process.platform) {
    case 'win32':
      return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Stockwright');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Stockwright');
    default:
      return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'stockwright');
  }
}
