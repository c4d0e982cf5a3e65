import type { HistoryMoves } from './history-moves.ts';
import type { StoredRecord } from './stored-record.ts';

/** A change of a committed transaction: the record as it became, or null where it was deleted. */
export type Change = readonly [model: string, id: number, record: StoredRecord | null];

/** All records of the stand-in. One call is one transaction; calls do not overlap, so that undoing is all it takes. */
export interface RecordStore {
  get(model: string, id: number): StoredRecord | undefined;
  /** Ids in ascending order. */
  ids(model: string): Iterable<number>;
  insert(model: string, record: StoredRecord): number;
  update(model: string, id: number, values: StoredRecord): void;
  remove(model: string, id: number): void;
  /** Keeps the ids up to `last` for the history. */
  reserve(model: string, last: number): void;
  /** What changed since the last commit, and a new beginning. */
  commit(): Change[];
  rollBack(): void;
  /** Puts a change of an earlier run back. */
  replay(change: Change): void;
}

/** An empty store; the moves of the demand history are kept in columns of their own. */
export function createRecordStore(history: HistoryMoves): RecordStore {
  const models = new Map<string, Map<number, StoredRecord | null>>();
  const lastIds = new Map<string, number>();
  const before: { readonly model: string; readonly id: number; readonly record: StoredRecord | null | undefined }[] = [];

  function tableOf(model: string): Map<number, StoredRecord | null> {
    let table = models.get(model);
    if (!table) models.set(model, (table = new Map<number, StoredRecord | null>()));
    return table;
  }
  function get(model: string, id: number): StoredRecord | undefined {
    const kept = models.get(model)?.get(id);
    if (kept !== undefined) return kept ?? undefined;
    return model === 'stock.move' ? history.get(id) : undefined;
  }
  function put(model: string, id: number, record: StoredRecord | null): void {
    const table = tableOf(model);
    before.push({ model, id, record: table.get(id) });
    table.set(id, record);
  }

  return {
    get,
    *ids(model) {
      const table = tableOf(model);
      const packed = model === 'stock.move' ? history.count : 0;
      for (let id = 1; id <= packed; id += 1) if (table.get(id) !== null) yield id;
      for (const [id, record] of table) if (record && id > packed) yield id;
    },
    insert(model, record) {
      const id = (lastIds.get(model) ?? 0) + 1;
      lastIds.set(model, id);
      put(model, id, { ...record, id });
      return id;
    },
    update: (model, id, values) => put(model, id, { ...get(model, id), ...values }),
    remove: (model, id) => put(model, id, null),
    reserve: (model, last) => void lastIds.set(model, last),
    commit() {
      const touched = new Map(before.map(({ model, id }) => [`${model} ${id}`, { model, id }]));
      before.length = 0;
      return [...touched.values()].map(({ model, id }) => [model, id, get(model, id) ?? null]);
    },
    rollBack() {
      for (const { model, id, record } of before.reverse()) {
        if (record === undefined) tableOf(model).delete(id);
        else tableOf(model).set(id, record);
      }
      before.length = 0;
    },
    replay([model, id, record]) {
      tableOf(model).set(id, record);
      lastIds.set(model, Math.max(lastIds.get(model) ?? 0, id));
    },
  };
}
