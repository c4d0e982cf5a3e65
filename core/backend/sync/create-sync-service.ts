import type { Database } from 'better-sqlite3';
import { AppError, isAppError } from '#core/base/app-error.ts';
import { outboxState, type ConnectionSettings, type Progress, type SyncStatus } from '#core/contract/schemas.ts';
import { connectErp, type ErpClient, type ErpTimeouts } from '#core/backend/erp/erp-client.ts';
import type { OutboxRepository } from '#core/backend/outbox/outbox-repository.ts';
import { pushLines } from '#core/backend/outbox/push-lines.ts';
import { reconcileLines } from '#core/backend/outbox/reconcile-lines.ts';
import type { Clock, Log, Secrets } from '#core/backend/ports.ts';
import type { CacheStore } from '#core/backend/store/cache-store.ts';
import type { ForecastOptions } from '#workers/plan-service.ts';
import { createConnectionSetting } from './connection-setting.ts';
import { forecastSteps } from './forecast-steps.ts';
import { pullDataset } from './pull-dataset.ts';
import type { SyncService } from './sync-service.ts';

export interface SyncDependencies {
  readonly cache: CacheStore;
  readonly cachePath: string;
  readonly planDatabase: Database;
  readonly outbox: OutboxRepository;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts?: ErpTimeouts;
  /** Forecasts the dataset that a pull has brought. */
  readonly forecast?: (options: ForecastOptions) => Promise<unknown>;
}

/** The name under which the keystore holds a connection's secret. */
function secretName({ url, database, login }: ConnectionSettings): string {
  return `erp ${url} ${database} ${login}`;
}

/** Wires connection, pull, push and reconciliation (rules SYN-1 to SYN-3). */
export function createSyncService(dependencies: SyncDependencies): SyncService {
  const { cache, planDatabase, outbox, secrets, clock, log, timeouts, forecast } = dependencies;
  const setting = createConnectionSetting(planDatabase);
  let running: SyncStatus['running'] = 'idle';
  let reachable: SyncStatus['reachable'] = 'unknown';
  let hasSecret = false;
  const stored = setting.read();
  if (stored) void lookForSecret(stored.settings);

  async function lookForSecret(settings: ConnectionSettings): Promise<void> {
    try {
      hasSecret = (await secrets.get(secretName(settings))) !== undefined;
    } catch (error) {
      log.warn('the keystore cannot be read', { message: String(error) });
    }
  }
  function noteOutcome(error: unknown): void {
    const isAway = isAppError(error) && ['erp.unreachable', 'erp.timeout', 'erp.protocol'].includes(error.code);
    if (isAway) reachable = 'offline';
  }
  async function open(signal: AbortSignal): Promise<{ readonly client: ErpClient; readonly settings: ConnectionSettings }> {
    const connection = setting.read();
    if (!connection) throw new AppError('auth.required', 'No ERP is connected yet. Enter the connection first.');
    const { settings } = connection;
    const secret = await secrets.get(secretName(settings));
    if (secret === undefined)
      throw new AppError('auth.required', 'The secret of the connection is not in the keystore. Enter it again.');
    const client = await connectErp({ ...settings, secret }, { wasAccepted: true, signal, ...(timeouts && { timeouts }) });
    reachable = 'online';
    return { client, settings };
  }
  function begin(task: 'pull' | 'push'): void {
    if (running !== 'idle')
      throw new AppError('erp.conflict', `A ${running} is under way. Wait until it is done.`, { retryable: true });
    running = task;
  }
  function status(): SyncStatus {
    const connection = setting.read();
    const counts = Object.fromEntries(outboxState.options.map((state) => [state, outbox.linesIn([state]).length]));
    return {
      connection: connection?.settings ?? null,
      hasSecret,
      reachable,
      running,
      lastPullAt: connection?.lastPullAt ?? null,
      lastPullError: connection?.lastPullError ?? null,
      outboxCounts: counts as SyncStatus['outboxCounts'], // one count per state
    };
  }

  return {
    status,
    async connect(settings, secret) {
      await connectErp({ ...settings, secret }, timeouts && { timeouts });
      await secrets.set(secretName(settings), secret);
      setting.write({ lastPullAt: null, lastPullError: null, ...setting.read(), settings });
      reachable = 'online';
      hasSecret = true;
      return status();
    },
    async *pull(signal) {
      begin('pull');
      try {
        const { client, settings } = await open(signal);
        const startedAt = clock.now().toISOString();
        yield* pullDataset({ client, cache, clock, sourceName: settings.name, signal });
        if (forecast) yield* forecastSteps(forecast, signal);
        const reconciled = await reconcileLines({ outbox, mirror: cache.mirror, client, clock });
        setting.write({ settings, lastPullAt: startedAt, lastPullError: null });
        log.info('pulled', { ...cache.status().rows });
        yield { phase: 'dataset', done: 1, total: 1, finished: true, summary: { ...cache.status().rows, ...reconciled } };
      } catch (error) {
        noteOutcome(error);
        const connection = setting.read();
        if (connection && isAppError(error) && error.code !== 'cancelled') {
          setting.write({ ...connection, lastPullError: { code: error.code, message: error.message } });
        }
        throw error;
      } finally {
        running = 'idle';
      }
    },
    async *push(signal): AsyncGenerator<Progress> {
      begin('push');
      try {
        const { client } = await open(signal);
        yield* pushLines({ outbox, links: cache, client, clock, signal });
      } catch (error) {
        noteOutcome(error);
        throw error;
      } finally {
        running = 'idle';
      }
    },
  };
}
