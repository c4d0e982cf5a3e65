import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { firstHash, sealDecision, type SealedEntry } from '#core/govern/decision-log.ts';

export interface DecisionRepository {
  /** Appends a decision as part of the caller's transaction. */
  append(at: string, actor: string, kind: string, body: Readonly<Record<string, unknown>>): SealedEntry;
  /** The newest decisions first. */
  latest(limit: number): SealedEntry[];
  /** The whole log in order. */
  all(): IterableIterator<SealedEntry>;
}

const columns = `sequence, at, actor, kind, body, previous_hash AS previousHash, hash`;

/** The decision log in plan.sqlite: rows are only ever added, each sealed with the hash of the one before. */
export function createDecisionRepository(database: Database): DecisionRepository {
  const selectLatest = database.prepare<[number], SealedEntry>(
    `SELECT ${columns} FROM decision_log ORDER BY sequence DESC LIMIT ?`,
  );
  const selectAll = database.prepare<[], SealedEntry>(`SELECT ${columns} FROM decision_log ORDER BY sequence`);
  const insert = database.prepare(
    `INSERT INTO decision_log (sequence, at, actor, kind, body, previous_hash, hash)
     VALUES (@sequence, @at, @actor, @kind, @body, @previousHash, @hash)`,
  );
  return {
    append(at, actor, kind, body) {
      const last = selectLatest.get(1);
      const entry = { sequence: (last?.sequence ?? 0) + 1, at, actor, kind, body: JSON.stringify(body) };
      const sealed = sealDecision(last?.hash ?? firstHash, entry, sha256);
      insert.run(sealed);
      return sealed;
    },
    latest: (limit) => selectLatest.all(limit),
    all: () => selectAll.iterate(),
  };
}

/** SHA-256 as lower-case hex. @example sha256('').startsWith('e3b0c442') */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
