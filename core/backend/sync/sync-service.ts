import type { ConnectionSettings, Progress, SyncStatus } from '#core/contract/schemas.ts';

/** Everything that talks to the ERP. One task runs at a time; a second call rejects with `erp.conflict`. */
export interface SyncService {
  status(): SyncStatus;
  /** Tries the settings and the secret against the ERP and keeps both only when they work. */
  connect(settings: ConnectionSettings, secret: string): Promise<SyncStatus>;
  /** Brings the ERP's records into the cache and reconciles the outbox; whole or not at all. */
  pull(signal: AbortSignal): AsyncGenerator<Progress>;
  /** Sends queued lines; safe to repeat and to cut at any point. */
  push(signal: AbortSignal): AsyncGenerator<Progress>;
}
