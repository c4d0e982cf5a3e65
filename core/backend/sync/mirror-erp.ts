import { AppError } from '#core/base/app-error.ts';
import type { Progress } from '#core/contract/schemas.ts';
import { readFields, type ReadModel } from '#core/backend/erp/allowed-calls.ts';
import type { ErpClient, ErpValues } from '#core/backend/erp/erp-client.ts';
import type { ErpMirror, ErpRecord } from '#core/backend/store/erp-mirror.ts';

const isOpen = ['state', 'not in', ['done', 'cancel']] as const;
const openPurchase = ['draft', 'sent', 'to approve', 'purchase', 'done'];

/** What of a model is wanted; all of it where nothing is said. */
const domains: { readonly [Model in ReadModel]?: readonly unknown[] } = {
  'sale.order': [['state', '=', 'sale']],
  'sale.order.line': [['order_id.state', '=', 'sale']],
  'purchase.order': [['state', 'in', openPurchase]],
  'purchase.order.line': [['order_id.state', 'in', openPurchase]],
  'stock.picking': [isOpen],
  'mrp.production': [isOpen],
  'stock.move': ['|', ['state', '=', 'done'], '&', ['picking_id', '!=', false], ['state', '!=', 'cancel']],
};

const pageSize = 5000;
/** A write date is its transaction's start: longer than the longest transaction, so that a late commit is not missed. */
const overlapMs = 15 * 60_000;

/**
 * Brings the mirror up to date, model by model, stock and open orders last and close together (SYN-2): what was written
 * since the newest known record less an overlap, what is missing by id, and without what is no longer there.
 */
export async function* mirrorErp(client: ErpClient, mirror: ErpMirror, signal: AbortSignal): AsyncGenerator<Progress> {
  // What an interrupted pull staged may have holes before its newest record.
  mirror.discardStaged();
  for (const model of Object.keys(readFields) as ReadModel[]) {
    // keys of a const object
    const domain = domains[model] ?? [];
    const ids = await client.ids(model, domain);
    const newest = mirror.newest(model);
    const changed = newest ? [...domain, ['write_date', '>=', before(newest.writeDate)]] : domain;
    let done = 0;
    yield { phase: model, done, total: ids.length, finished: false };
    for (let after = 0; ;) {
      stopIfAborted(signal);
      const records = await client.page(model, changed, after, pageSize);
      mirror.stage(model, records.map(toRecord));
      done += records.length;
      after = records.at(-1)?.id ?? after;
      if (records.length < pageSize) break;
      yield { phase: model, done: Math.min(done, ids.length), total: ids.length, finished: false };
    }
    const known = mirror.ids(model);
    const missing = ids.filter((id) => !known.has(id));
    for (let first = 0; first < missing.length; first += pageSize) {
      stopIfAborted(signal);
      mirror.stage(model, (await client.read(model, missing.slice(first, first + pageSize))).map(toRecord));
    }
    mirror.retain(model, new Set(ids));
  }
}

function toRecord({ id, write_date, ...body }: ErpValues): ErpRecord {
  return { id, writeDate: String(write_date), body };
}

function before(writeDate: string): string {
  const earlier = new Date(Date.parse(`${writeDate.replace(' ', 'T')}Z`) - overlapMs);
  return earlier.toISOString().slice(0, 19).replace('T', ' ');
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'Getting the data was stopped; the old data stays.');
}
