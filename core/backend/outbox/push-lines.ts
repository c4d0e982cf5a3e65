import { AppError, isAppError } from '#core/base/app-error.ts';
import type { OutboxLine, Progress } from '#core/contract/schemas.ts';
import type { CreateModel } from '#core/backend/erp/allowed-calls.ts';
import type { ErpClient } from '#core/backend/erp/erp-client.ts';
import type { Clock } from '#core/backend/ports.ts';
import type { CacheStore } from '#core/backend/store/cache-store.ts';
import { describeDocument } from './describe-document.ts';
import { readDocumentQuantity } from './document-quantity.ts';
import type { OutboxRepository } from './outbox-repository.ts';

export interface PushParts {
  readonly outbox: OutboxRepository;
  readonly links: Pick<CacheStore, 'links'>;
  readonly client: ErpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Sends queued lines, and first those an earlier push left in doubt (OUT-4, OUT-5). A line is `sending` on the disk before
 * anything leaves; what is in doubt is looked up by its marker before it is sent again. Errors: `auth.*`, `erp.*` that stop
 * the whole push; the lines not reached stay as they are.
 */
export async function* pushLines({ outbox, links, client, clock, signal }: PushParts): AsyncGenerator<Progress> {
  const lines = [...outbox.linesIn(['sending']), ...outbox.linesIn(['queued'])];
  const summary = { acknowledged: 0, rejected: 0, conflict: 0 };
  for (const [done, line] of lines.entries()) {
    yield { phase: 'push', done, total: lines.length, finished: false };
    if (signal.aborted) throw new AppError('cancelled', 'Sending was stopped; the remaining lines wait in the outbox.');
    const state = await pushLine(line);
    if (state !== undefined) summary[state] += 1;
  }
  yield { phase: 'push', done: lines.length, total: lines.length, finished: true, summary };

  async function pushLine(line: OutboxLine): Promise<keyof typeof summary | undefined> {
    const isInDoubt = line.state === 'sending' || line.attempts > 0;
    let isMade = false;
    try {
      const known = isInDoubt ? await client.find(line.externalId) : undefined;
      isMade = known !== undefined;
      if (known) return await acknowledge(line, known.model as CreateModel, known.id); // the marker is given to drafts only
      const draft = describeDocument(line, links);
      // Another window may have taken the line back, or sent it, since the list was read.
      if (!outbox.linesIn(['queued', 'sending']).some(({ id }) => id === line.id)) return undefined;
      outbox.beginSending(line.id, clock.now().toISOString());
      const erpId = await createPatiently(() => client.createOnce(draft.model, draft.companyId, draft.cells));
      isMade = true;
      return await acknowledge(line, draft.model, erpId);
    } catch (error) {
      if (!isAppError(error)) throw error;
      return settle(line, error, isMade);
    }
  }

  async function acknowledge(line: OutboxLine, model: CreateModel, erpId: number): Promise<keyof typeof summary> {
    const [document] = await client.read(model, [erpId]);
    const at = clock.now().toISOString();
    const name = document?.['name'];
    const documentName = typeof name === 'string' ? name : '';
    const found = document ? await readDocumentQuantity(client, model, document) : undefined;
    if (found === undefined) {
      const error = { code: 'erp.conflict', message: 'The document was deleted in the ERP before it was acknowledged.' };
      outbox.record(line.id, { state: 'conflict', at, erpModel: model, erpId, error });
      return 'conflict';
    }
    if (Math.abs(found - line.order.qty) > 1e-9) {
      const error = {
        code: 'erp.conflict',
        message: `${documentName} holds ${found} instead of ${line.order.qty}: it was changed in the ERP.`,
      };
      outbox.record(line.id, { state: 'conflict', at, erpModel: model, erpId, documentName, error });
      return 'conflict';
    }
    outbox.record(line.id, { state: 'acknowledged', at, erpModel: model, erpId, documentName });
    return 'acknowledged';
  }

  /** What a failure means for the line; one that concerns the whole connection is thrown on. */
  function settle(line: OutboxLine, error: AppError, isMade: boolean): 'rejected' | undefined {
    const at = clock.now().toISOString();
    const note = { code: error.code, message: error.message };
    const isRefusal = error.code === 'erp.rejected' || error.code === 'data.missing' || error.code === 'auth.forbidden';
    // A document that is made cannot be refused any more: whatever fails after that leaves the line to be looked up again.
    if (isRefusal && !isMade) {
      outbox.record(line.id, { state: 'rejected', at, error: note });
      return 'rejected';
    }
    // Unknown outcome: the line stays as it is and the next push looks it up first.
    const current = outbox.linesIn(['sending']).some(({ id }) => id === line.id) ? 'sending' : 'queued';
    outbox.record(line.id, { state: current, at, error: note });
    throw error;
  }
}

/** Repeats a creation that lost against another transaction: nothing of it was kept. */
async function createPatiently(create: () => Promise<number>): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await create();
    } catch (error) {
      const isLost = isAppError(error) && error.code === 'erp.conflict';
      if (!isLost || attempt === 4) throw error;
    }
  }
}
