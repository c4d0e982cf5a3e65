import type { Log } from '#core/backend/ports.ts';

/** A log of one line per entry, for a terminal or a file. A bug keeps its stack, because nobody can ask for it later. */
export function lineLog(write: (line: string) => void): Log {
  const log = (level: string) => (message: string, facts?: Readonly<Record<string, unknown>>) => {
    write(`${level} ${message}${facts === undefined ? '' : ` ${JSON.stringify(facts, readable)}`}`);
  };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

function readable(_: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}
