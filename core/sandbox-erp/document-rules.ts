import type { Call } from './call.ts';
import { OdooError } from './odoo-error.ts';
import { childIds } from './read-records.ts';
import type { StoredRecord } from './stored-record.ts';

const sequences: Readonly<Record<string, string>> = {
  'purchase.order': 'P',
  'sale.order': 'S',
  'stock.picking': 'WH/INT/',
  'mrp.production': 'WH/MO/',
};
const withState = new Set([
  'purchase.order',
  'purchase.order.line',
  'sale.order',
  'stock.picking',
  'stock.move',
  'mrp.production',
]);

/** What the server fills in on a new record: number, state, company, currency, units (SBX-8). */
export function withDefaults({ store, model, companies, at }: Call, values: StoredRecord, number: number): StoredRecord {
  const prefix = sequences[model];
  const record: StoredRecord = { ...values, create_date: at, write_date: at };
  if (prefix !== undefined) record['name'] ??= `${prefix}${String(number).padStart(5, '0')}`;
  if (withState.has(model)) record['state'] ??= 'draft';
  const parent = { 'purchase.order.line': 'purchase.order', 'stock.move': 'stock.picking', 'sale.order.line': 'sale.order' }[
    model
  ];
  const parentId = record['order_id'] ?? record['picking_id'];
  const owner = parent === undefined ? undefined : store.get(parent, Number(parentId));
  record['company_id'] ??=
    owner?.['company_id'] ?? (companyOfType(store, record) || (prefix !== undefined ? (companies[0] ?? null) : null));
  const product = store.get('product.product', Number(record['product_id']));
  if (model === 'purchase.order.line') {
    record['product_uom'] ??= product?.['uom_po_id'] ?? null;
    record['product_uom_qty'] = record['product_qty'] ?? 0;
    record['qty_received'] ??= 0;
    record['partner_id'] ??= owner?.['partner_id'] ?? null;
    record['price_unit'] ??= product?.['standard_price'] ?? 0;
    record['date_planned'] ??= at;
  }
  if (model === 'purchase.order') record['date_order'] ??= at;
  if (model === 'stock.picking') record['date'] ??= at;
  if (model === 'stock.move') {
    record['product_qty'] = record['product_uom_qty'] ?? 0;
    record['date'] ??= owner?.['scheduled_date'] ?? at;
    record['product_uom'] ??= product?.['uom_id'] ?? null;
  }
  if (model === 'mrp.production') {
    const date = String(record['date_start'] ?? at);
    record['date_start'] = date;
    record['location_dest_id'] ??=
      store.get('stock.picking.type', Number(record['picking_type_id']))?.['default_location_dest_id'] ?? null;
    record['date_finished'] ??= addDays(date, Number(store.get('mrp.bom', Number(record['bom_id']))?.['produce_delay'] ?? 0));
  }
  return record;
}

function companyOfType(store: Call['store'], record: StoredRecord): number | null {
  const company = store.get('stock.picking.type', Number(record['picking_type_id']))?.['company_id'];
  return typeof company === 'number' ? company : null;
}

function addDays(time: string, days: number): string {
  const moved = new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + days * 86_400_000);
  return moved.toISOString().slice(0, 19).replace('T', ' ');
}

/** The values a record may not have. Throws the server's ValidationError. */
export function validate(model: string, record: StoredRecord): void {
  if (model === 'stock.warehouse.orderpoint' && Number(record['product_min_qty']) > Number(record['product_max_qty'])) {
    throw new OdooError(
      'odoo.exceptions.ValidationError',
      'The minimum quantity must be less than or equal to the maximum quantity.',
    );
  }
}

/** `button_confirm`, `action_confirm`, `button_cancel`, `action_cancel`: states of a document and its lines. */
export function changeState(call: Call, ids: readonly number[], action: 'confirm' | 'cancel'): true | undefined {
  const { store, model, at } = call;
  const state =
    action === 'cancel'
      ? 'cancel'
      : ({ 'purchase.order': 'purchase', 'sale.order': 'sale', 'stock.picking': 'assigned' }[model] ?? 'confirmed');
  const [children, inverse] =
    model === 'stock.picking' ? (['stock.move', 'picking_id'] as const) : ([`${model}.line`, 'order_id'] as const);
  for (const id of ids) {
    if (!store.get(model, id)) throw new OdooError('odoo.exceptions.MissingError', 'Record does not exist or has been deleted.');
    store.update(model, id, { state, write_date: at });
    if (model === 'mrp.production') continue;
    for (const child of childIds(call, children, inverse, id)) store.update(children, child, { state, write_date: at });
  }
  // Cancelling returns None on the server: the reply then has neither result nor error.
  return action === 'cancel' && model === 'purchase.order' ? undefined : true;
}
