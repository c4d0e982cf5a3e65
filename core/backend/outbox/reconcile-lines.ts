import type { OutboxLine } from '#core/contract/schemas.ts';
import type { CreateModel } from '#core/backend/erp/allowed-calls.ts';
import type { ErpClient } from '#core/backend/erp/erp-client.ts';
import type { Clock } from '#core/backend/ports.ts';
import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import { readDocumentQuantity } from './document-quantity.ts';
import type { OutboxProgress, OutboxRepository } from './outbox-repository.ts';

export interface ReconcileParts {
  readonly outbox: OutboxRepository;
  readonly mirror: Pick<ErpMirror, 'ids'>;
  readonly client: ErpClient;
  readonly clock: Clock;
}

/**
 * Looks up what became of the acknowledged lines (OUT-8): in the pulled data they are reconciled and no longer counted
 * twice, with a note where the ERP now asks for another quantity (OUT-9); deleted or cancelled in the ERP they are a conflict, never sent again by themselves. Errors: `erp.*`, `auth.*`.
 */
export async function reconcileLines({
  outbox,
  mirror,
  client,
  clock,
}: ReconcileParts): Promise<{ reconciled: number; conflict: number }> {
  const counts = { reconciled: 0, conflict: 0 };
  for (const line of outbox.linesIn(['acknowledged'])) {
    const document = outbox.documentOf(line.id);
    if (!document) continue;
    const model = document.model as CreateModel; // recorded by the push
    const isPulled = mirror.ids(model).has(document.erpId);
    const [record] = await client.read(model, [document.erpId]);
    const at = clock.now().toISOString();
    if (record && record['state'] !== 'cancel') {
      // A document that was made after its model was pulled comes with the next pull.
      if (!isPulled && record['state'] !== 'done') continue;
      const quantity = await readDocumentQuantity(client, model, record);
      outbox.record(line.id, { state: 'reconciled', at, ...differenceFrom(line, quantity) });
      counts.reconciled += 1;
      continue;
    }
    const message = `${line.documentName ?? 'The document'} was ${record ? 'cancelled' : 'deleted'} in the ERP. Queue the line again, or take it back.`;
    outbox.record(line.id, { state: 'conflict', at, error: { code: 'erp.conflict', message } });
    counts.conflict += 1;
  }
  return counts;
}

/** What a planner is told where somebody changed the quantity in the ERP since. */
function differenceFrom(line: OutboxLine, quantity: number): Pick<OutboxProgress, 'error'> {
  if (Math.abs(quantity - line.order.qty) <= 1e-9) return {};
  const message = `${line.documentName ?? 'The document'} now asks for ${quantity} instead of ${line.order.qty}: it was changed in the ERP.`;
  return { error: { code: 'erp.conflict', message } };
}
