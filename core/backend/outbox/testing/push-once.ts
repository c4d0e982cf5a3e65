import { join } from 'node:path';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { createSyncService } from '#core/backend/sync/create-sync-service.ts';
import { createOutboxRepository } from '#core/backend/outbox/outbox-repository.ts';

/**
 * A process of its own that pushes the outbox of a folder and dies without warning at a given point: `POINT COUNT`, such as
 * `afterRecord 2`. Ends with 0 when the push is done, 3 when the ERP stopped it.
 */
const [folder = '', point = '', count = '0'] = process.argv.slice(2);
let left = Number(count);

function reach(here: string): void {
  if (here !== point) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (...request) => {
  reach('beforeCall');
  const reply = realFetch(...request);
  if (point === 'duringCall') {
    // The request has left; the reply is not awaited.
    await new Promise((resolve) => setTimeout(resolve, 5));
    reach('duringCall');
  }
  const response = await reply;
  reach('afterCall');
  return response;
};

const cache = createCacheStore(join(folder, 'cache.sqlite'), { buildFrame: () => Promise.resolve(new ArrayBuffer(8)) });
const planDatabase = openPlanStore(join(folder, 'plan.sqlite'));
const outbox = createOutboxRepository(planDatabase);
const sync = createSyncService({
  cache,
  cachePath: join(folder, 'cache.sqlite'),
  planDatabase,
  outbox: {
    ...outbox,
    beginSending(...args) {
      reach('beforeSending');
      outbox.beginSending(...args);
      reach('afterSending');
    },
    record(...args) {
      reach('beforeRecord');
      outbox.record(...args);
      reach('afterRecord');
    },
  },
  secrets: { get: () => Promise.resolve('sandbox-key'), set: () => Promise.resolve(), delete: () => Promise.resolve() },
  clock: { now: () => new Date() },
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  timeouts: { readMs: 2000, writeMs: 150 },
});
try {
  for await (const step of sync.push(new AbortController().signal)) if (step.finished) process.exitCode = 0;
} catch (error) {
  process.stderr.write(String(error));
  process.exit(3);
}
process.exit(0);
