import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#core/base/app-error.ts';
import { storedForecast } from '#core/backend/forecast/stored-forecast.ts';
import { createOutboxRepository } from '#core/backend/outbox/outbox-repository.ts';
import type { OutboxRepository } from '#core/backend/outbox/outbox-repository.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { storePaths } from '#core/backend/store/store-paths.ts';
import { createSyncService } from '#core/backend/sync/create-sync-service.ts';
import type { SyncService } from '#core/backend/sync/sync-service.ts';
import type { Progress } from '#core/contract/schemas.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { CommandContext } from '#core/host/command.ts';
import { sessionSecrets } from '#core/host/secrets/session-secrets.ts';

const connectionFile = z.object({
  url: z.url(),
  database: z.string().min(1),
  login: z.string().min(1),
  secret: z.string().min(1).optional(),
  /** The environment variable that holds the secret, so that no file has to. */
  secretEnvironment: z.string().min(1).optional(),
});

export interface OpenedSync {
  readonly sync: SyncService;
  readonly outbox: OutboxRepository;
  close(): void;
}

/** Opens a store and connects the ERP of a connection file; the secret is used and not kept. Errors: `input.*`, `db.*`, `auth.*`, `erp.*`. */
export async function openSync(
  db: string,
  connectionPath: string,
  { note, environment }: Pick<CommandContext, 'note' | 'environment'>,
): Promise<OpenedSync> {
  const { secret, secretEnvironment, ...access } = await readConnection(connectionPath);
  const usedSecret = secret ?? environment[secretEnvironment ?? ''];
  if (usedSecret === undefined) {
    throw new AppError(
      'input.invalid',
      `${connectionPath} names no secret: set "secret", or "secretEnvironment" and that variable.`,
    );
  }
  const paths = storePaths(db);
  const cache = createCacheStore(paths.cache, { buildFrame });
  const planDatabase = openPlanStore(paths.plan);
  function close(): void {
    cache.close();
    planDatabase.close();
  }
  try {
    const outbox = createOutboxRepository(planDatabase);
    const log = { info: (text: string) => note(text), warn: (text: string) => note(text), error: (text: string) => note(text) };
    const clock = { now: () => new Date() };
    const sync = createSyncService({
      cache,
      cachePath: paths.cache,
      planDatabase,
      outbox,
      secrets: sessionSecrets(),
      clock,
      log,
      forecast: (options) => storedForecast(cache, options),
    });
    await sync.connect({ ...access, name: new URL(access.url).host, kind: 'odoo' }, usedSecret);
    return { sync, outbox, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Runs a task to its end, noting its phases; returns what it did. */
export async function finish(
  steps: AsyncIterable<Progress>,
  note: (line: string) => void,
): Promise<Readonly<Record<string, number>>> {
  let phase = '';
  let summary: Readonly<Record<string, number>> = {};
  for await (const step of steps) {
    if (step.phase !== phase) note(`${step.phase}${step.total === null ? '' : ` ${step.total}`}`);
    phase = step.phase;
    summary = step.summary ?? summary;
  }
  return summary;
}

async function readConnection(path: string): Promise<z.infer<typeof connectionFile>> {
  try {
    return connectionFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new AppError(
      'input.invalid',
      `${path} is no connection file; {"url", "database", "login", "secretEnvironment"} is allowed.`,
      {
        cause,
      },
    );
  }
}
