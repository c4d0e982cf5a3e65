import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { startSandboxErp, type SandboxErp } from './start-sandbox-erp.ts';

const now = (): Date => new Date('2026-01-05T06:00:00.500Z');
const source = createMemoryPackage(
  { planDay: 20_458, horizonDays: 28, currency: 'EUR' },
  {
    companies: [{ company_id: 'EU' }],
    sites: [{ site_id: 'HUB', company_id: 'EU' }],
    items: [{ item_id: 'P1' }],
    suppliers: [{ supplier_id: 'S1' }],
  },
);
const columns = [
  'id',
  'partner_id/.id',
  'company_id/.id',
  'order_line/id',
  'order_line/product_id/.id',
  'order_line/product_qty',
];
const createOnly = { context: { mode: 'update', noupdate: true } };

function start(stateFolder?: string): Promise<SandboxErp> {
  return startSandboxErp({ source, port: 0, now, ...(stateFolder !== undefined && { stateFolder }) });
}

async function call(
  erp: SandboxErp,
  user: readonly [number, string],
  model: string,
  method: string,
  args: unknown[],
  options: object = {},
): Promise<unknown> {
  const params = { service: 'object', method: 'execute_kw', args: [erp.database, ...user, model, method, args, options] };
  const response = await fetch(`${erp.url}/jsonrpc`, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, params }) });
  expect(response.status).toBe(200);
  return response.json();
}
const admin = [2, 'admin'] as const;
const plain = [8, 'plain'] as const;

describe('the sandbox ERP', () => {
  it('SBX-9 makes an order by create-only load once, whatever a repeat says', async () => {
    const erp = await start();
    const load = (qty: number): Promise<unknown> =>
      call(erp, admin, 'purchase.order', 'load', [columns, [['planner.a', 1, 1, 'planner.a_line', 1, qty]]], createOnly);
    expect(await load(5)).toMatchObject({ result: { ids: [1], messages: [] } });
    expect(await load(9)).toMatchObject({ result: { ids: [1] } });
    expect(
      await call(erp, admin, 'purchase.order.line', 'search_read', [[], ['product_qty', 'state']], { load: '' }),
    ).toMatchObject({
      result: [{ id: 1, product_qty: 5, state: 'draft' }],
    });
    expect(await call(erp, admin, 'ir.model.data', 'check_object_reference', ['planner', 'a'])).toMatchObject({
      result: ['purchase.order', 1],
    });
    await erp.close();
  });

  it('SBX-9 refuses a call with a bad row as a whole', async () => {
    const erp = await start();
    const rows = [
      ['planner.a', 1, 1, 'planner.a_line', 1, 5],
      ['planner.b', 99, 1, 'planner.b_line', 1, 5],
    ];
    expect(await call(erp, admin, 'purchase.order', 'load', [columns, rows], createOnly)).toMatchObject({
      result: { ids: false },
    });
    expect(await call(erp, admin, 'purchase.order', 'search_count', [[]])).toMatchObject({ result: 0 });
    await erp.close();
  });

  it('SBX-2, SBX-3, SBX-6 answers errors with status 200 and None without a result', async () => {
    const erp = await start();
    expect(await call(erp, [2, 'wrong'], 'res.users', 'search', [[]])).toMatchObject({
      error: { data: { name: 'odoo.exceptions.AccessDenied' } },
    });
    expect(await call(erp, plain, 'purchase.order', 'create', [{ partner_id: 1 }])).toMatchObject({
      error: { data: { name: 'odoo.exceptions.AccessError' } },
    });
    expect(await call(erp, admin, 'purchase.order', 'create', [{ partner_id: 1 }])).toMatchObject({ result: 1 });
    expect(await call(erp, admin, 'purchase.order', 'create', [{ partner_id: 1 }])).toMatchObject({ result: 2 });
    expect(await call(erp, admin, 'purchase.order', 'button_cancel', [[1]])).toEqual({ jsonrpc: '2.0', id: 1 });
    expect(await call(erp, admin, 'purchase.order', 'write', [[1], { date_order: '2026-01-05T06:00:00Z' }])).toMatchObject({
      error: { data: { name: 'builtins.ValueError' } },
    });
    await erp.close();
  });

  it('SBX-4, SBX-10 shows whole seconds and holds what was committed after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const first = await start(folder);
    await call(first, admin, 'purchase.order', 'create', [{ partner_id: 1 }]);
    await first.close();
    const second = await start(folder);
    expect(await call(second, admin, 'purchase.order', 'read', [[1], ['name', 'write_date']])).toMatchObject({
      result: [{ name: 'P00001', write_date: '2026-01-05 06:00:00' }],
    });
    expect(await call(second, admin, 'purchase.order', 'create', [{ partner_id: 1 }])).toMatchObject({ result: 2 });
    await second.close();
  });
});
