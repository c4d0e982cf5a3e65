import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { invariant } from '#core/base/invariant.ts';
import { withDatabaseErrors } from './database-error.ts';

/** A record as the ERP gave it. */
export interface ErpRecord {
  readonly id: number;
  /** The ERP's own `write_date`, in whole seconds, UTC. */
  readonly writeDate: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The ERP's records, raw, so that a pull asks only for what changed (STO-11). Pages are staged as they come and stay there if
 * the program stops; what is read is the mirror as it will be; `CacheStore.replaceTables` makes it the mirror that is.
 */
export interface ErpMirror {
  /** Stages a page and returns how many records differ from what is known. Errors: `db.*`. */
  stage(model: string, records: readonly ErpRecord[]): number;
  /** Stages the removal of every record that is not in `ids`, and returns how many there are. Errors: `db.*`. */
  retain(model: string, ids: ReadonlySet<number>): number;
  /** Where the next pull goes on: the newest write date and the greatest id with it. */
  newest(model: string): { readonly writeDate: string; readonly id: number } | undefined;
  ids(model: string): ReadonlySet<number>;
  /** The records by id, one at a time. */
  records(model: string): IterableIterator<ErpRecord>;
  /** Forgets what was staged. Errors: `db.*`. */
  discardStaged(): void;
}

interface StoredRecord {
  readonly id: number;
  readonly write_date: string;
  readonly body: string;
}

/** The mirror of a cache; it stages through `writer` and reads through `reader`. */
export function createErpMirror(writer: Database, reader: Database, path: string): ErpMirror {
  function stageAll(work: () => number): number {
    invariant(!writer.inTransaction, 'nothing is staged while the dataset is being replaced');
    return withDatabaseErrors(path, () => writer.transaction(work).immediate());
  }

  return {
    stage(model, records) {
      const known = writer.prepare<[string, number], string>(`SELECT hash FROM erp_next WHERE model = ? AND id = ?`).pluck();
      const put = writer.prepare(`INSERT OR REPLACE INTO erp_staged (model, id, write_date, hash, body) VALUES (?, ?, ?, ?, ?)`);
      return stageAll(() => {
        let changed = 0;
        for (const { id, writeDate, body } of records) {
          const text = JSON.stringify(body);
          const hash = createHash('sha256').update(`${writeDate} ${text}`).digest('base64');
          // A pull asks for the last second again, as the ERP's write dates are whole seconds; most of it is known.
          if (known.get(model, id) === hash) continue;
          put.run(model, id, writeDate, hash, text);
          changed += 1;
        }
        return changed;
      });
    },
    retain(model, ids) {
      const remove = writer.prepare(`INSERT OR REPLACE INTO erp_staged (model, id) VALUES (?, ?)`);
      return stageAll(() => {
        const gone = [...readIds(writer, model)].filter((id) => !ids.has(id));
        for (const id of gone) remove.run(model, id);
        return gone.length;
      });
    },
    newest: (model) =>
      withDatabaseErrors(path, () =>
        reader
          .prepare<[string], { writeDate: string; id: number }>(
            `SELECT write_date AS writeDate, id FROM erp_next WHERE model = ? ORDER BY write_date DESC, id DESC LIMIT 1`,
          )
          .get(model),
      ),
    ids: (model) => withDatabaseErrors(path, () => readIds(reader, model)),
    *records(model) {
      const select = reader.prepare<[string], StoredRecord>(
        `SELECT id, write_date, body FROM erp_next WHERE model = ? ORDER BY id`,
      );
      for (const { id, write_date, body } of select.iterate(model)) {
        yield { id, writeDate: write_date, body: JSON.parse(body) as ErpRecord['body'] }; // written by stage
      }
    },
    discardStaged() {
      stageAll(() => writer.prepare(`DELETE FROM erp_staged`).run().changes);
    },
  };
}

/** Makes what was staged the mirror, inside the caller's transaction. */
export function keepStagedRecords(database: Database): void {
  database.exec(`
    DELETE FROM erp_record WHERE EXISTS (SELECT 1 FROM erp_staged s WHERE s.model = erp_record.model AND s.id = erp_record.id);
    INSERT INTO erp_record SELECT model, id, write_date, hash, body FROM erp_staged WHERE body IS NOT NULL;
    DELETE FROM erp_staged;
  `);
}

/** Empties the mirror, inside the caller's transaction: a package has taken the place of the ERP's data. */
export function forgetRecords(database: Database): void {
  database.exec(`DELETE FROM erp_record; DELETE FROM erp_staged;`);
}

function readIds(database: Database, model: string): Set<number> {
  return new Set(database.prepare<[string], number>(`SELECT id FROM erp_next WHERE model = ?`).pluck().all(model));
}
