import type { Database } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';
import type { OutboxLine, OutboxState } from '#core/contract/schemas.ts';
import type { OrderLine } from '#core/model/scenario/scenario-record.ts';

export interface NewOutboxLine {
  readonly id: string;
  readonly order: OrderLine;
  readonly companyId: string;
  /** Major units of `currency`. */
  readonly value: number;
  readonly currency: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
}

/** What a step of sending leaves behind. */
export interface OutboxProgress {
  readonly state: OutboxState;
  readonly at: string;
  readonly erpModel?: string;
  readonly erpId?: number;
  readonly documentName?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface OutboxRepository {
  /** Queues approved lines, as part of the caller's transaction (OUT-1). */
  insertQueued(lines: readonly NewOutboxLine[]): void;
  /** All lines, newest approval first. */
  listLines(): OutboxLine[];
  /** Lines in the given states, oldest approval first. */
  linesIn(states: readonly OutboxState[]): OutboxLine[];
  /** Takes lines back that are not with the ERP, all or none (OUT-2). Errors: `input.invalid`, `input.notFound`. */
  cancel(ids: readonly string[], at: string): OutboxLine[];
  /** Queues lines again that were refused or conflict, all or none (OUT-2). Errors: as `cancel`. */
  requeue(ids: readonly string[], at: string): OutboxLine[];
  /** Notes that a line is being sent, before anything leaves the machine (OUT-3). */
  beginSending(id: string, at: string): void;
  /** Notes what came of a line. */
  record(id: string, progress: OutboxProgress): void;
  /** The ERP record a line became, where it is known. */
  documentOf(id: string): { readonly model: string; readonly erpId: number } | undefined;
}

/** The outbox of plan.sqlite. Every change is one statement or part of the caller's transaction. */
export function createOutboxRepository(database: Database): OutboxRepository {
  const insert = database.prepare(
    `INSERT INTO outbox_line (id, order_line, company_id, value, currency, state, external_id, approved_by, approved_at, updated_at)
     VALUES (@id, @orderLine, @companyId, @value, @currency, 'queued', @externalId, @approvedBy, @approvedAt, @approvedAt)`,
  );
  const selectAll = database.prepare<[], OutboxRow>(`${selectLine} ORDER BY approved_at DESC, id`);
  const selectOldest = database.prepare<[], OutboxRow>(`${selectLine} ORDER BY approved_at, id`);
  const selectOne = database.prepare<[string], OutboxRow>(`${selectLine} WHERE id = ?`);
  const selectDocument = database.prepare<[string], { model: string | null; erpId: number | null }>(
    `SELECT erp_model AS model, erp_id AS erpId FROM outbox_line WHERE id = ?`,
  );
  const setState = database.prepare(
    `UPDATE outbox_line SET state = ?, updated_at = ?, error_code = NULL, error_message = NULL WHERE id = ?`,
  );
  const countAttempt = database.prepare(
    `UPDATE outbox_line SET state = 'sending', attempts = attempts + 1, updated_at = ? WHERE id = ?`,
  );
  const update = database.prepare(
    `UPDATE outbox_line SET state = @state, updated_at = @at, error_code = @errorCode, error_message = @errorMessage,
       erp_model = coalesce(@erpModel, erp_model), erp_id = coalesce(@erpId, erp_id),
       document_name = coalesce(@documentName, document_name)
     WHERE id = @id`,
  );

  function lineOf(id: string): OutboxLine {
    const row = selectOne.get(id);
    if (!row) throw new AppError('input.notFound', 'The line is no longer in the outbox. Look at the newer list.');
    return toLine(row);
  }

  const moveAll = database.transaction(
    (ids: readonly string[], at: string, target: OutboxState, from: readonly OutboxState[]) => {
      for (const line of ids.map(lineOf)) {
        if (!from.includes(line.state)) {
          const { itemId, siteId } = line.order;
          throw new AppError(
            'input.invalid',
            `${itemId} for ${siteId} is ${line.state}; only lines that are ${from.join(' or ')} can be changed. Nothing was changed.`,
            {
              data: { id: line.id, state: line.state },
            },
          );
        }
        setState.run(target, at, line.id);
      }
      return ids.map(lineOf);
    },
  );

  return {
    insertQueued(lines) {
      for (const { order, ...line } of lines) {
        insert.run({ ...line, orderLine: JSON.stringify(order), externalId: `planner.${line.id}` });
      }
    },
    listLines: () => selectAll.all().map(toLine),
    linesIn: (states) =>
      selectOldest
        .all()
        .map(toLine)
        .filter((line) => states.includes(line.state)),
    cancel: (ids, at) => moveAll(ids, at, 'cancelled', ['queued', 'rejected', 'conflict']),
    requeue: (ids, at) => moveAll(ids, at, 'queued', ['rejected', 'conflict']),
    beginSending: (id, at) => void countAttempt.run(at, id),
    record: (id, { state, at, erpModel, erpId, documentName, error }) =>
      void update.run({
        id,
        state,
        at,
        erpModel: erpModel ?? null,
        erpId: erpId ?? null,
        documentName: documentName ?? null,
        errorCode: error?.code ?? null,
        errorMessage: error?.message ?? null,
      }),
    documentOf(id) {
      const found = selectDocument.get(id);
      return found?.model && found.erpId !== null ? { model: found.model, erpId: found.erpId } : undefined;
    },
  };
}

type OutboxRow = Omit<OutboxLine, 'order'> & { readonly orderLine: string };

const selectLine = `SELECT id, order_line AS orderLine, company_id AS companyId, value, currency, state,
  external_id AS externalId, document_name AS documentName, attempts, error_code AS errorCode, error_message AS errorMessage,
  approved_by AS approvedBy, approved_at AS approvedAt, updated_at AS updatedAt FROM outbox_line`;

function toLine({ orderLine, ...row }: OutboxRow): OutboxLine {
  return { ...row, order: JSON.parse(orderLine) as OrderLine }; // written by insertQueued
}
