import type { RunningHost } from './running-host.ts';

/** A purchase order line as the demo company's ERP holds it. */
export interface ErpOrderLine {
  readonly id: number;
  readonly product_qty: number;
  readonly order_id: number;
}

/** Asks the demo company's ERP over its own protocol, as an auditor beside the workstation would. */
export async function purchaseLinesOf(host: RunningHost, documentName: string): Promise<ErpOrderLine[]> {
  const url = /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(host.notes())?.[1] ?? '';
  const [order] = await call<{ readonly id: number }>(url, 'purchase.order', [['name', '=', documentName]], ['name', 'state']);
  if (!order) return [];
  return call<ErpOrderLine>(url, 'purchase.order.line', [['order_id', '=', order.id]], ['product_qty', 'order_id']);
}

async function call<Row>(url: string, model: string, domain: readonly unknown[], fields: readonly string[]): Promise<Row[]> {
  const body = {
    jsonrpc: '2.0',
    method: 'call',
    id: 1,
    params: {
      service: 'object',
      method: 'execute_kw',
      args: ['sandbox', 2, 'admin', model, 'search_read', [domain, fields], { load: '' }],
    },
  };
  const response = await fetch(`${url}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const reply = (await response.json()) as { readonly result?: Row[] }; // the protocol's answer to search_read
  return reply.result ?? [];
}
