import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableNames } from '#core/model/package/package-tables.ts';
import type { NewOutboxLine } from '#core/backend/outbox/outbox-repository.ts';
import { createSmallCompany, planDay } from './testing/small-company.ts';
import { finish, never, openWorkbench, type Workbench } from './testing/open-workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

async function rowsOf(source: ReturnType<typeof createSmallCompany>): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const name of tableNames) {
    const rows: string[] = [];
    for await (const row of source.rows(name)) rows.push(JSON.stringify(row, Object.keys(row).sort()));
    tables[name] = rows.sort();
  }
  return tables;
}

function newLine(id: string, order: Partial<NewOutboxLine['order']> = {}): NewOutboxLine {
  const usual = {
    kind: 'buy',
    itemId: 'P1',
    siteId: 'HUB',
    sourceId: 'S1',
    orderDay: planDay,
    shipDay: planDay,
    receiptDay: planDay + 12,
    qty: 36,
  } as const;
  return {
    id,
    order: { ...usual, ...order },
    companyId: 'EU',
    value: 360,
    currency: 'EUR',
    approvedBy: 'ada',
    approvedAt: '2026-01-05T07:00:00Z',
  };
}

describe('the synchronisation', () => {
  it('SYN-4 gives a dataset back unchanged after a pull from an ERP that holds the same', async () => {
    await finish(bench.sync.pull(never));
    expect(await rowsOf(bench.cache.source())).toEqual(await rowsOf(createSmallCompany()));
    expect(bench.cache.status()).toMatchObject({ source: 'erp', planDay, horizonDays: 91, currency: 'EUR', version: 2 });
  });

  it('SYN-2 notices changes, new records and deletions', async () => {
    await finish(bench.sync.pull(never));
    await bench.ask('stock.quant', 'write', [3], { quantity: 7.5 });
    await bench.ask('purchase.order', 'unlink', [2]);
    await bench.ask('product.supplierinfo', 'write', [1], { delay: 20 });
    await finish(bench.sync.pull(never));
    const tables = await rowsOf(bench.cache.source());
    expect(tables['stock']?.some((row) => String(row).includes('7.5'))).toBe(true);
    expect(tables['supply_open']).toHaveLength(3);
    expect(tables['lanes']?.some((row) => String(row).includes('"lead_time_days":20'))).toBe(true);
  });

  it('OUT-6 sends a buy, a transfer and a make order as drafts with exactly their quantity, and reconciles them', async () => {
    await finish(bench.sync.pull(never));
    bench.outbox.insertQueued([
      newLine('a'),
      newLine('b', { kind: 'transfer', siteId: 'BRA', sourceId: 'HUB', qty: 3 }),
      newLine('c', { kind: 'make', itemId: 'P3', sourceId: '', qty: 2 }),
    ]);
    expect((await finish(bench.sync.push(never)))?.summary).toEqual({ acknowledged: 3, rejected: 0, conflict: 0 });
    expect(
      await bench.ask('purchase.order.line', 'search_read', [['product_qty', '=', 36]], ['state', 'price_unit', 'date_planned']),
    ).toMatchObject([{ state: 'draft', price_unit: 10, date_planned: '2026-01-17 12:00:00' }]);
    const sent = bench.outbox.listLines().map((line) => line.documentName);
    expect((await finish(bench.sync.pull(never)))?.summary).toMatchObject({ reconciled: 3, conflict: 0, supply_open: 7 });
    for (const name of sent) expect((await rowsOf(bench.cache.source()))['supply_open']?.join()).toContain(`"${name}"`);
    await finish(bench.sync.push(never));
    expect(await bench.ask('purchase.order', 'search_count', [['origin', '=', 'Stockwright a']])).toBe(1);
  });

  it('OUT-9 says where the ERP now asks for another quantity than was sent', async () => {
    await finish(bench.sync.pull(never));
    bench.outbox.insertQueued([newLine('a')]);
    await finish(bench.sync.push(never));
    const [line] = (await bench.ask('purchase.order.line', 'search_read', [['product_qty', '=', 36]], ['id'])) as {
      id: number;
    }[]; // one order of 36
    await bench.ask('purchase.order.line', 'write', [line?.id], { product_qty: 30 });
    await finish(bench.sync.pull(never));
    const [sent] = bench.outbox.listLines();
    expect(sent?.state).toBe('reconciled');
    expect(sent?.errorMessage).toContain('now asks for 30 instead of 36');
  });

  it('OUT-8 calls a draft that was deleted in the ERP a conflict and does not send it again', async () => {
    await finish(bench.sync.pull(never));
    bench.outbox.insertQueued([newLine('a')]);
    await finish(bench.sync.push(never));
    await bench.ask('purchase.order', 'unlink', [3]);
    await finish(bench.sync.pull(never));
    await finish(bench.sync.push(never));
    expect(bench.outbox.listLines()).toMatchObject([{ state: 'conflict', errorCode: 'erp.conflict' }]);
    expect(await bench.ask('purchase.order', 'search_count', [['origin', '=', 'Stockwright a']])).toBe(0);
  });

  it('OUT-7 keeps a refused line with the reason and sends the others', async () => {
    await finish(bench.sync.pull(never));
    bench.outbox.insertQueued([newLine('a', { sourceId: 'S9' }), newLine('b')]);
    expect((await finish(bench.sync.push(never)))?.summary).toEqual({ acknowledged: 1, rejected: 1, conflict: 0 });
    expect(bench.outbox.linesIn(['rejected'])).toMatchObject([{ id: 'a', errorCode: 'data.missing' }]);
  });

  it('OUT-5 leaves a line in doubt whose document is made but could not be read back, and finds it the next time', async () => {
    await finish(bench.sync.pull(never));
    bench.outbox.insertQueued([newLine('a')]);
    bench.erp.addFault({ model: 'purchase.order', method: 'read', fault: 'status', status: 503 });
    await expect(finish(bench.sync.push(never))).rejects.toMatchObject({ code: 'erp.unreachable' });
    expect(bench.outbox.listLines()).toMatchObject([{ state: 'sending' }]);
    await finish(bench.sync.push(never));
    expect(bench.outbox.listLines()).toMatchObject([{ state: 'acknowledged' }]);
    expect(await bench.ask('purchase.order', 'search_count', [['origin', '=', 'Stockwright a']])).toBe(1);
  });

  it.each([
    [{ fault: 'cutBefore' }, 'erp.unreachable'],
    [{ fault: 'status', status: 503 }, 'erp.unreachable'],
    [{ fault: 'status', status: 429 }, 'erp.throttled'],
    [{ fault: 'half' }, 'erp.protocol'],
    [{ fault: 'delay', ms: 700 }, 'erp.timeout'],
  ] as const)('SYN-1 keeps the old dataset when a pull meets %o', async (fault, code) => {
    bench.erp.addFault({ model: 'stock.quant', method: 'search_read', ...fault });
    await expect(finish(bench.sync.pull(never))).rejects.toMatchObject({ code });
    expect(bench.cache.status()).toMatchObject({ version: 1, source: 'package' });
    expect(bench.sync.status()).toMatchObject({ running: 'idle', lastPullError: { code } });
    await finish(bench.sync.pull(never));
    expect(bench.sync.status().lastPullError).toBeNull();
  });

  it('SYN-3 refuses a wrong secret and keeps the connection that works', async () => {
    const { connection } = bench.sync.status();
    if (!connection) throw new Error('connected by openWorkbench');
    await expect(bench.sync.connect(connection, 'wrong')).rejects.toMatchObject({ code: 'auth.rejected' });
    await expect(bench.sync.connect({ ...connection, url: 'http://example.com' }, 'x')).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await finish(bench.sync.pull(never));
  });

  it('SYN-3 tells a key that has run out from a wrong one, and keeps what waits to be sent', async () => {
    await finish(bench.sync.pull(never));
    bench.outbox.insertQueued([newLine('a')]);
    bench.passDays(100);
    await expect(finish(bench.sync.push(never))).rejects.toMatchObject({ code: 'auth.expired' });
    await expect(finish(bench.sync.pull(never))).rejects.toMatchObject({ code: 'auth.expired' });
    expect(bench.outbox.listLines()).toMatchObject([{ state: 'queued', attempts: 0 }]);
    expect(bench.cache.status().source).toBe('erp');
  });

  it('SYN-3 runs one task at a time', async () => {
    const first = bench.sync.pull(never);
    await first.next();
    await expect(bench.sync.push(never).next()).rejects.toMatchObject({ code: 'erp.conflict' });
    await first.return(undefined);
    expect(bench.sync.status().running).toBe('idle');
  });
});
