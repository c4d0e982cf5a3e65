import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { createOutboxRepository, type NewOutboxLine, type OutboxRepository } from './outbox-repository.ts';

const at = '2026-01-05T09:00:00Z';

function newLine(id: string): NewOutboxLine {
  return {
    id,
    order: { kind: 'buy', itemId: 'P1', siteId: 'HUB', sourceId: 'S1', orderDay: 1, shipDay: 1, receiptDay: 9, qty: 480 },
    companyId: 'EU',
    value: 592.8,
    currency: 'EUR',
    approvedBy: 'ada',
    approvedAt: at,
  };
}

async function newOutbox(): Promise<OutboxRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  return createOutboxRepository(openPlanStore(join(folder, 'plan.sqlite')));
}

describe('the outbox', () => {
  it('OUT-1 queues approved lines with a marker of their own', async () => {
    const outbox = await newOutbox();
    outbox.insertQueued([newLine('a'), newLine('b')]);
    expect(outbox.listLines().map((line) => [line.id, line.state, line.externalId, line.order.qty])).toEqual([
      ['a', 'queued', 'planner.a', 480],
      ['b', 'queued', 'planner.b', 480],
    ]);
    expect(() => outbox.insertQueued([newLine('a')])).toThrow('UNIQUE');
  });

  it('OUT-2 takes back what is not with the ERP, all or none', async () => {
    const outbox = await newOutbox();
    outbox.insertQueued([newLine('a'), newLine('b')]);
    outbox.beginSending('b', at);
    expect(() => outbox.cancel(['a', 'b'], at)).toThrow('P1 for HUB is sending');
    expect(outbox.linesIn(['queued']).map((line) => line.id)).toEqual(['a']);
    expect(outbox.cancel(['a'], at).map((line) => line.state)).toEqual(['cancelled']);
    expect(() => outbox.requeue(['a'], at)).toThrow('cancelled');
  });

  it('OUT-3 keeps the document, the attempts and the last error of a line', async () => {
    const outbox = await newOutbox();
    outbox.insertQueued([newLine('a')]);
    outbox.beginSending('a', at);
    outbox.record('a', { state: 'rejected', at, error: { code: 'erp.rejected', message: 'No vendor' } });
    expect(outbox.requeue(['a'], at)).toMatchObject([{ state: 'queued', attempts: 1, errorCode: null }]);
    outbox.beginSending('a', at);
    outbox.record('a', { state: 'acknowledged', at, erpModel: 'purchase.order', erpId: 69, documentName: 'P00069' });
    expect(outbox.listLines()).toMatchObject([{ state: 'acknowledged', attempts: 2, documentName: 'P00069' }]);
    expect(outbox.documentOf('a')).toEqual({ model: 'purchase.order', erpId: 69 });
  });
});
