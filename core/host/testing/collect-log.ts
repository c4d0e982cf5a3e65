import type { Log } from '#core/backend/ports.ts';

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A log that keeps its entries for a test to read. */
export function collectLog(): Log & { readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  const keep = (level: LogEntry['level']) => (message: string, facts?: Readonly<Record<string, unknown>>) => {
    entries.push({ level, message, facts: facts ?? {} });
  };
  return { info: keep('info'), warn: keep('warn'), error: keep('error'), entries };
}
