import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Progress } from '#core/contract/schemas.ts';
import { startSandboxErp, type SandboxErp } from '#core/sandbox-erp/start-sandbox-erp.ts';
import { createOutboxRepository, type OutboxRepository } from '#core/backend/outbox/outbox-repository.ts';
import type { CacheStore } from '#core/backend/store/cache-store.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { createSyncService } from '#core/backend/sync/create-sync-service.ts';
import type { SyncService } from '#core/backend/sync/sync-service.ts';
import { createSmallCompany, planDay } from './small-company.ts';

export interface Workbench {
  readonly folder: string;
  readonly erp: SandboxErp;
  readonly cache: CacheStore;
  readonly planDatabase: Database;
  readonly outbox: OutboxRepository;
  readonly sync: SyncService;
  /** Lets time pass in the ERP. */
  passDays(days: number): void;
  /** Calls the ERP as its administrator. */
  ask(model: string, method: string, ...args: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** A store with the small company, and a sandbox that holds the same, connected. */
export async function openWorkbench(): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'sync-'));
  let daysPassed = 0;
  const now = (): Date => new Date(Date.now() + daysPassed * 86_400_000);
  const erp = await startSandboxErp({ source: createSmallCompany(), port: 0, now });
  const cache = createCacheStore(join(folder, 'cache.sqlite'), { buildFrame: () => Promise.resolve(new ArrayBuffer(8)) });
  await cache.replaceAll(createSmallCompany(), { source: 'package', sourceName: 'small', asOf: '2026-01-05T00:00:00Z' });
  const planDatabase = openPlanStore(join(folder, 'plan.sqlite'));
  const outbox = createOutboxRepository(planDatabase);
  const secrets = new Map<string, string>();
  const sync = createSyncService({
    cache,
    cachePath: join(folder, 'cache.sqlite'),
    planDatabase,
    outbox,
    secrets: {
      get: (name) => Promise.resolve(secrets.get(name)),
      set: (name, value) => Promise.resolve(void secrets.set(name, value)),
      delete: (name) => Promise.resolve(void secrets.delete(name)),
    },
    clock: { now: () => new Date(planDay * 86_400_000 + 21_600_000) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    timeouts: { readMs: 500, writeMs: 500 },
  });
  const settings = { name: 'sandbox', kind: 'sandbox', url: erp.url, database: erp.database, login: 'stockwright' } as const;
  await sync.connect(settings, 'sandbox-key');
  return {
    folder,
    erp,
    cache,
    planDatabase,
    outbox,
    sync,
    passDays: (days) => void (daysPassed += days),
    async ask(model, method, ...args) {
      const params = { service: 'object', method: 'execute_kw', args: [erp.database, 2, 'admin', model, method, args, {}] };
      const response = await fetch(`${erp.url}/jsonrpc`, {
        method: 'POST',
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, params }),
      });
      const reply = (await response.json()) as {
        readonly result?: unknown;
        readonly error?: { readonly data: { readonly message: string } };
      }; // JSON-RPC
      if (reply.error) throw new Error(reply.error.data.message);
      return reply.result;
    },
    async close() {
      cache.close();
      planDatabase.close();
      await erp.close();
    },
  };
}

/** Runs a task to its end and returns its last step. */
export async function finish(steps: AsyncIterable<Progress>): Promise<Progress | undefined> {
  let last: Progress | undefined;
  for await (const step of steps) last = step;
  return last;
}

export const never = new AbortController().signal;
