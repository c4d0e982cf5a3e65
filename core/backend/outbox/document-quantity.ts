import type { CreateModel } from '#core/backend/erp/allowed-calls.ts';
import type { ErpClient } from '#core/backend/erp/erp-client.ts';

/** The quantity a document asks for, over all its lines, in the product's own unit. Errors: `erp.*`, `auth.*`. */
export async function readDocumentQuantity(
  client: ErpClient,
  model: CreateModel,
  document: Readonly<Record<string, unknown>> & { readonly id: number },
): Promise<number> {
  if (model === 'mrp.production') return Number(document['product_qty']);
  const [lineModel, parent] =
    model === 'purchase.order' ? (['purchase.order.line', 'order_id'] as const) : (['stock.move', 'picking_id'] as const);
  const rows = await client.page(lineModel, [[parent, '=', document.id]], 0, 100);
  return rows.reduce((sum, row) => sum + Number(row['product_qty']), 0);
}
