import { AppError } from '#core/base/app-error.ts';
import type { ConnectionSettings } from '#core/contract/schemas.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { forecastLayout } from '#core/demand/nodes/forecast-columns.ts';
import { openColumns } from '#core/frame/columns.ts';
import { joinBuffers } from '#core/frame/join-buffers.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { composeChanges } from '#core/plan/compose-changes.ts';
import type { Backend } from './backend.ts';
import { createDecisionRepository } from './decisions/decision-repository.ts';
import { createOutboxRepository } from './outbox/outbox-repository.ts';
import { storedForecast, type ForecastFrame } from './forecast/stored-forecast.ts';
import { storedReceipts } from './forecast/stored-receipts.ts';
import type { Clock, Ids, Log, Secrets } from './ports.ts';
import { countExcludedLines } from './scenario/count-excluded-lines.ts';
import { createScenarioRepository } from './scenario/scenario-repository.ts';
import { createApprovalService } from './services/approval-service.ts';
import { createRouter } from './services/create-router.ts';
import { createEventHub } from './services/event-hub.ts';
import { planTouchedLines } from './services/plan-touched-lines.ts';
import { createCacheStore } from './store/create-cache-store.ts';
import { openPlanStore } from './store/open-plan-store.ts';
import { storePaths } from './store/store-paths.ts';
import { createSyncService } from './sync/create-sync-service.ts';
import type { SyncService } from './sync/sync-service.ts';

export interface BackendOptions {
  /** The cache store; the plan store lies beside it. */
  readonly db: string;
  readonly version: string;
  readonly host: 'electron' | 'loopback';
  readonly user: string;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly log: Log;
  /** An ERP to connect at the start, such as that of the demo company. */
  readonly connection?: ErpConnection;
}

export interface ErpConnection {
  readonly settings: ConnectionSettings;
  readonly secret: string;
}

/** Opens both stores and wires the services. Errors: `db.*`; a store that cannot be used stops the start. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { clock, ids, secrets, log, user, host, version, demo } = options;
  const paths = storePaths(options.db);
  const cache = createCacheStore(paths.cache, { buildFrame });
  const database = openPlanStore(paths.plan);
  const events = createEventHub();
  const scenario = countExcludedLines(createScenarioRepository(database, clock.now().toISOString()), cache);
  const decisions = createDecisionRepository(database);
  const outbox = createOutboxRepository(database);
  const closing = new AbortController();
  let making: Promise<ForecastFrame> | undefined;
  /** Whoever asks while a forecast is under way waits for the same one. */
  function forecastOnce(): Promise<ForecastFrame> {
    const own = (making ??= storedForecast(cache, { signal: closing.signal }));
    const forget = (): void => {
      if (making === own) making = undefined;
    };
    own.then(forget, forget);
    return own;
  }
  const sync = createSyncService({
    cache,
    cachePath: paths.cache,
    planDatabase: database,
    outbox,
    secrets,
    clock,
    log,
    forecast: (wanted) => storedForecast(cache, wanted),
  });
  const approval = createApprovalService({
    database,
    scenario,
    decisions,
    outbox,
    events,
    clock,
    ids,
    user,
    datasetVersion: () => cache.status().version,
    async planLines(lines) {
      const { frame, forecast } = await forecastOnce();
      const { views } = openColumns<typeof forecastLayout>(forecast);
      return planTouchedLines(openFrame(frame), views, composeChanges(scenario.state(), outbox.listLines()), lines);
    },
  });
  const info = { version, host, user, demo };
  if (options.connection) {
    await sync.connect(options.connection.settings, options.connection.secret);
    if (cache.status().source !== 'erp') await pullFirst(sync, closing.signal, log);
  }
  const router = createRouter({ info, clock, cache, scenario, approval, decisions, sync, events, closing: closing.signal });

  return {
    router,
    async frame(datasetVersion) {
      const current = cache.status().version;
      if (current !== datasetVersion && current !== 0) {
        throw new AppError('data.stale', 'The data has moved on to another version. The newer one is loaded instead.', {
          retryable: true,
        });
      }
      const { frame, forecast } = await forecastOnce();
      return joinBuffers([frame, forecast, await storedReceipts(cache, frame)]);
    },
    close() {
      closing.abort();
      cache.close();
      database.close();
      return Promise.resolve();
    },
  };
}

/** Orders can be sent only for what the ERP knows, so a store that never met its ERP gets its data before the window opens. */
async function pullFirst(sync: SyncService, signal: AbortSignal, log: Log): Promise<void> {
  log.info("Getting the ERP's data for the first time");
  let rows = 0;
  for await (const { summary } of sync.pull(signal)) {
    rows = Object.values(summary ?? {}).reduce((sum, count) => sum + count, 0);
  }
  log.info("The ERP's data is there", { rows });
}
