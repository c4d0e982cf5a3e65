import type { RecordStore } from './record-store.ts';
import type { SandboxUser } from './sandbox-users.ts';

/** What a method of a model works with. */
export interface Call {
  readonly store: RecordStore;
  readonly user: SandboxUser;
  readonly model: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** Companies whose records are visible; the first is the current one. */
  readonly companies: readonly number[];
  /** The transaction's start in whole seconds, as `write_date` shows it. */
  readonly at: string;
}
