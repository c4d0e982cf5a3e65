import { AppError } from '#core/base/app-error.ts';
import { formatDay, type CalendarDay } from '#core/base/calendar-day.ts';
import type { OutboxLine } from '#core/contract/schemas.ts';
import type { CreateModel } from '#core/backend/erp/allowed-calls.ts';
import type { CacheStore, ErpLink } from '#core/backend/store/cache-store.ts';

/** A draft to make in the ERP. */
export interface DocumentDraft {
  readonly model: CreateModel;
  readonly companyId: number;
  readonly cells: Readonly<Record<string, string | number>>;
}

/**
 * The draft an approved line becomes (OUT-6): one document per line, company and unit explicit, its lines with an external
 * id of their own so that a repeat cannot double them. Errors: `data.missing` where the ERP's record is not known.
 */
export function describeDocument(line: OutboxLine, links: Pick<CacheStore, 'links'>): DocumentDraft {
  const { order, externalId } = line;
  function linkOf(model: string, entityId: string): ErpLink {
    const found = links.links(model).get(entityId);
    if (found) return found;
    throw new AppError('data.missing', `${entityId} is not known in the ERP yet. Get its data, then try again.`, {
      data: { model, entityId },
    });
  }
  const product = linkOf('product.product', order.itemId);
  const site = linkOf('stock.warehouse', order.siteId);
  const companyId = linkOf('res.company', line.companyId).erpId;
  const origin = `Stockwright ${line.id}`;
  const common = { id: externalId, 'company_id/.id': companyId, origin };
  switch (order.kind) {
    case 'buy':
      return {
        model: 'purchase.order',
        companyId,
        cells: {
          ...common,
          'partner_id/.id': linkOf('res.partner', order.sourceId).erpId,
          'picking_type_id/.id': numberOf(site, 'receipts'),
          'order_line/id': `${externalId}_line`,
          'order_line/product_id/.id': product.erpId,
          'order_line/product_qty': order.qty,
          'order_line/product_uom/.id': numberOf(product, 'unit'),
          'order_line/price_unit': order.qty === 0 ? 0 : line.value / order.qty,
          'order_line/date_planned': atNoon(order.receiptDay),
        },
      };
    case 'transfer': {
      const from = linkOf('stock.warehouse', order.sourceId);
      return {
        model: 'stock.picking',
        companyId,
        cells: {
          ...common,
          'picking_type_id/.id': numberOf(from, 'transfers'),
          'location_id/.id': numberOf(from, 'stock'),
          'location_dest_id/.id': numberOf(site, 'stock'),
          scheduled_date: atNoon(order.receiptDay),
          'move_ids/id': `${externalId}_line`,
          'move_ids/name': origin,
          'move_ids/product_id/.id': product.erpId,
          'move_ids/product_uom_qty': order.qty,
          'move_ids/date': atNoon(order.receiptDay),
          'move_ids/location_id/.id': numberOf(from, 'stock'),
          'move_ids/location_dest_id/.id': numberOf(site, 'stock'),
        },
      };
    }
    case 'make': {
      const bill = links.links('mrp.bom').get(order.itemId);
      return {
        model: 'mrp.production',
        companyId,
        cells: {
          ...common,
          'product_id/.id': product.erpId,
          product_qty: order.qty,
          ...(bill && { 'bom_id/.id': bill.erpId }),
          date_start: atNoon(order.shipDay),
          date_finished: atNoon(order.receiptDay),
          'picking_type_id/.id': numberOf(site, 'making'),
        },
      };
    }
  }
}

function numberOf(link: ErpLink, fact: string): number {
  const value = link.facts[fact];
  if (typeof value === 'number') return value;
  throw new AppError(
    'data.missing',
    `The ERP's settings of ${link.entityId} are incomplete (${fact}). Complete them there, then get the data again.`,
    { data: { fact } },
  );
}

function atNoon(day: CalendarDay): string {
  return `${formatDay(day)} 12:00:00`;
}
