import { invariant } from '#core/base/invariant.ts';

/** The fields that are read, per model: the one place that says what leaves the ERP (ERP-1). */
export const readFields = {
  'res.currency': ['name'],
  'res.company': ['name', 'company_registry', 'currency_id'],
  'res.partner': ['name', 'ref', 'company_id', 'active', 'supplier_rank'],
  'uom.uom': ['name', 'rounding'],
  'product.category': ['complete_name'],
  'product.product': [
    'default_code',
    'name',
    'active',
    'type',
    'tracking',
    'categ_id',
    'uom_id',
    'uom_po_id',
    'lst_price',
    'standard_price',
    'weight',
    'volume',
    'product_tmpl_id',
  ],
  'stock.warehouse': ['code', 'name', 'company_id', 'lot_stock_id', 'in_type_id', 'int_type_id', 'manu_type_id'],
  'stock.location': ['name', 'usage', 'active', 'scrap_location', 'location_id', 'warehouse_id'],
  'stock.picking.type': ['code', 'warehouse_id'],
  'stock.lot': ['name', 'expiration_date'],
  'product.supplierinfo': [
    'partner_id',
    'product_id',
    'product_tmpl_id',
    'company_id',
    'sequence',
    'min_qty',
    'price',
    'delay',
    'date_start',
    'date_end',
  ],
  'stock.route': ['active', 'product_ids'],
  'stock.rule': ['action', 'active', 'delay', 'route_id', 'location_src_id', 'location_dest_id'],
  'mrp.bom': ['product_tmpl_id', 'product_id', 'product_qty', 'type', 'active', 'produce_delay', 'picking_type_id'],
  'mrp.bom.line': ['bom_id', 'product_id', 'product_qty'],
  'stock.warehouse.orderpoint': ['active', 'product_id', 'location_id', 'product_min_qty', 'product_max_qty'],
  'sale.order': ['name', 'state', 'partner_id', 'warehouse_id', 'date_order', 'commitment_date'],
  'sale.order.line': ['order_id', 'product_id', 'product_uom_qty', 'qty_delivered'],
  'purchase.order': ['name', 'state', 'partner_id', 'picking_type_id', 'date_order'],
  'purchase.order.line': ['order_id', 'product_id', 'product_qty', 'qty_received', 'date_planned'],
  'stock.picking': ['name', 'state', 'picking_type_id', 'date'],
  'mrp.production': ['name', 'state', 'product_id', 'product_qty', 'date_start', 'date_finished', 'location_dest_id'],
  'stock.move': ['state', 'product_id', 'product_qty', 'date', 'location_id', 'location_dest_id', 'picking_id', 'partner_id'],
  'stock.quant': ['product_id', 'location_id', 'lot_id', 'owner_id', 'quantity', 'in_date'],
} as const satisfies Record<string, readonly string[]>;

export type ReadModel = keyof typeof readFields;

/** The documents that are made, as drafts, and the columns that are given. */
export const createFields = {
  'purchase.order': [
    'id',
    'partner_id/.id',
    'company_id/.id',
    'picking_type_id/.id',
    'origin',
    'order_line/id',
    'order_line/product_id/.id',
    'order_line/product_qty',
    'order_line/product_uom/.id',
    'order_line/price_unit',
    'order_line/date_planned',
  ],
  'stock.picking': [
    'id',
    'company_id/.id',
    'picking_type_id/.id',
    'location_id/.id',
    'location_dest_id/.id',
    'origin',
    'scheduled_date',
    'move_ids/id',
    'move_ids/name',
    'move_ids/product_id/.id',
    'move_ids/product_uom_qty',
    'move_ids/date',
    'move_ids/location_id/.id',
    'move_ids/location_dest_id/.id',
  ],
  'mrp.production': [
    'id',
    'product_id/.id',
    'product_qty',
    'bom_id/.id',
    'date_start',
    'date_finished',
    'origin',
    'company_id/.id',
    'picking_type_id/.id',
  ],
} as const satisfies Record<string, readonly string[]>;

export type CreateModel = keyof typeof createFields;

const methods = new Set(['search', 'search_read', 'read', 'exists', 'check_access_rights', 'check_object_reference', 'load']);

/** Stops a call that is not on the list: a bug, not something a person can do. */
export function requireAllowed(model: string, method: string): void {
  const isKnown = model in readFields || (model === 'ir.model.data' && method === 'check_object_reference');
  const isWrite = method === 'load';
  invariant(
    methods.has(method) && isKnown && (!isWrite || model in createFields),
    `${model}.${method} is not on the list of allowed calls`,
  );
}
