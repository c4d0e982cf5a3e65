import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { connectionSettings } from '#core/contract/schemas.ts';

const storedConnection = z.object({
  settings: connectionSettings,
  lastPullAt: z.string().nullable(),
  lastPullError: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export type StoredConnection = z.infer<typeof storedConnection>;

/** The connection in plan.sqlite; its secret is with the keystore only. */
export interface ConnectionSetting {
  read(): StoredConnection | undefined;
  write(connection: StoredConnection): void;
}

/** The setting `connection`. */
export function createConnectionSetting(database: Database): ConnectionSetting {
  const select = database.prepare<[], string>(`SELECT value FROM setting WHERE name = 'connection'`).pluck();
  const insert = database.prepare(`INSERT OR REPLACE INTO setting (name, value) VALUES ('connection', ?)`);
  return {
    read() {
      const text = select.get();
      return text === undefined ? undefined : storedConnection.parse(JSON.parse(text));
    },
    write: (connection) => void insert.run(JSON.stringify(connection)),
  };
}
