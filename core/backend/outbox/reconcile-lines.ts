import type { CreateModel } from '#core/backend/erp/allowed-calls.ts';
import type { ErpClient } from '#core/backend/erp/erp-client.ts';
import type { Clock } from '#core/backend/ports.ts';
import type { ErpMirror } from '#core/backend/store/erp-mirror.ts';
import type { OutboxRepository } from './outbox-repository.ts';

export interface ReconcileParts {
  readonly outbox: OutboxRepository;
  readonly mirror: Pick<ErpMirror, 'ids'>;
  readonly client: ErpClient;
  readonly clock: Clock;
}

/**
 * Looks up what became of the acknowledged lines (OUT-8): in the pulled data they are reconciled and no longer counted
 * twice; deleted or cancelled in the ERP they are a conflict, never sent again by themselves. Errors: `erp.*`, `auth.*`.
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
    const found: readonly Readonly<Record<string, unknown>>[] = mirror.ids(model).has(document.erpId)
      ? [{ state: 'known' }]
      : await client.read(model, [document.erpId]);
    const record = found[0];
    const state = record?.['state'];
    const at = clock.now().toISOString();
    if (record && state !== 'cancel') {
      // A document that was made after its model was pulled comes with the next pull.
      const isPulled = state === 'known' || state === 'done';
      if (isPulled) outbox.record(line.id, { state: 'reconciled', at });
      counts.reconciled += isPulled ? 1 : 0;
      continue;
    }
    const message = `${line.documentName ?? 'The document'} was ${record ? 'cancelled' : 'deleted'} in the ERP. Queue the line again, or take it back.`;
    outbox.record(line.id, { state: 'conflict', at, error: { code: 'erp.conflict', message } });
    counts.conflict += 1;
  }
  return counts;
}
