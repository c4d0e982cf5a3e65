import { OdooError } from './odoo-error.ts';

export interface FieldSpec {
  readonly type: 'char' | 'float' | 'integer' | 'boolean' | 'date' | 'datetime' | 'many2one' | 'one2many' | 'many2many';
  readonly relation?: string;
  /** For one2many: the field of the related model that points back. */
  readonly inverse?: string;
  readonly required?: true;
}

const char: FieldSpec = { type: 'char' };
const float: FieldSpec = { type: 'float' };
const whole: FieldSpec = { type: 'integer' };
const flag: FieldSpec = { type: 'boolean' };
const time: FieldSpec = { type: 'datetime' };
const day: FieldSpec = { type: 'date' };

function one(relation: string): FieldSpec {
  return { type: 'many2one', relation };
}
function needed(spec: FieldSpec): FieldSpec {
  return { ...spec, required: true };
}
function lines(relation: string, inverse: string): FieldSpec {
  return { type: 'one2many', relation, inverse };
}

const product = one('product.product');
const template = one('product.template');
const company = one('res.company');
const partner = one('res.partner');
const unit = one('uom.uom');
const location = one('stock.location');
const warehouse = one('stock.warehouse');
const pickingType = one('stock.picking.type');
const lists = { product_ids: { type: 'many2many', relation: 'product.product' } } as const satisfies Record<string, FieldSpec>;

const productFields = {
  name: needed(char),
  default_code: char,
  type: char,
  active: flag,
  tracking: char,
  categ_id: one('product.category'),
  uom_id: unit,
  uom_po_id: unit,
  list_price: float,
  standard_price: float,
  weight: float,
  volume: float,
  company_id: company,
};

const specs: Readonly<Record<string, Readonly<Record<string, FieldSpec>>>> = {
  'res.company': { name: char, company_registry: char, currency_id: one('res.currency') },
  'res.currency': { name: char, active: flag },
  'res.partner': { name: needed(char), ref: char, company_id: company, active: flag, supplier_rank: whole, customer_rank: whole },
  'res.users': { name: char, login: char, company_id: company, company_ids: { type: 'many2many', relation: 'res.company' } },
  'uom.uom': { name: char, rounding: float, factor: float },
  'product.category': { name: char, complete_name: char },
  'product.template': productFields,
  'product.product': { ...productFields, product_tmpl_id: template, lst_price: float },
  'product.supplierinfo': {
    partner_id: needed(partner),
    product_tmpl_id: template,
    product_id: product,
    company_id: company,
    currency_id: one('res.currency'),
    sequence: whole,
    min_qty: float,
    price: float,
    delay: whole,
    date_start: day,
    date_end: day,
  },
  'stock.warehouse': {
    name: char,
    code: char,
    active: flag,
    company_id: company,
    lot_stock_id: location,
    view_location_id: location,
    in_type_id: pickingType,
    int_type_id: pickingType,
    out_type_id: pickingType,
    manu_type_id: pickingType,
  },
  'stock.location': {
    name: char,
    complete_name: char,
    usage: char,
    active: flag,
    scrap_location: flag,
    parent_path: char,
    location_id: location,
    warehouse_id: warehouse,
    company_id: company,
  },
  'stock.picking.type': {
    name: char,
    code: char,
    warehouse_id: warehouse,
    company_id: company,
    default_location_src_id: location,
    default_location_dest_id: location,
  },
  'stock.route': { name: char, active: flag, ...lists },
  'stock.rule': {
    name: char,
    action: char,
    active: flag,
    delay: whole,
    route_id: one('stock.route'),
    location_src_id: location,
    location_dest_id: location,
    picking_type_id: pickingType,
    company_id: company,
  },
  'stock.lot': { name: char, product_id: product, company_id: company, expiration_date: time },
  'stock.quant': {
    product_id: product,
    location_id: location,
    lot_id: one('stock.lot'),
    owner_id: partner,
    company_id: company,
    quantity: float,
    reserved_quantity: float,
    in_date: time,
  },
  'stock.move': {
    name: needed(char),
    state: char,
    product_id: needed(product),
    product_uom_qty: float,
    product_qty: float,
    product_uom: unit,
    date: time,
    date_deadline: time,
    location_id: location,
    location_dest_id: location,
    picking_id: one('stock.picking'),
    purchase_line_id: one('purchase.order.line'),
    partner_id: partner,
    company_id: company,
    origin: char,
  },
  'stock.picking': {
    name: char,
    state: char,
    origin: char,
    picking_type_id: needed(pickingType),
    location_id: location,
    location_dest_id: location,
    scheduled_date: time,
    date: time,
    partner_id: partner,
    company_id: company,
    move_ids: lines('stock.move', 'picking_id'),
  },
  'stock.warehouse.orderpoint': {
    name: char,
    active: flag,
    trigger: char,
    product_id: needed(product),
    location_id: location,
    warehouse_id: warehouse,
    company_id: company,
    product_min_qty: float,
    product_max_qty: float,
    qty_multiple: float,
  },
  'purchase.order': {
    name: char,
    state: char,
    origin: char,
    partner_id: needed(partner),
    company_id: company,
    currency_id: one('res.currency'),
    picking_type_id: pickingType,
    date_order: time,
    date_planned: time,
    order_line: lines('purchase.order.line', 'order_id'),
  },
  'purchase.order.line': {
    name: char,
    order_id: one('purchase.order'),
    state: char,
    product_id: needed(product),
    product_qty: float,
    product_uom_qty: float,
    qty_received: float,
    product_uom: unit,
    price_unit: float,
    date_planned: time,
    partner_id: partner,
    company_id: company,
  },
  'sale.order': {
    name: char,
    state: char,
    partner_id: needed(partner),
    warehouse_id: warehouse,
    company_id: company,
    date_order: time,
    commitment_date: time,
    order_line: lines('sale.order.line', 'order_id'),
  },
  'sale.order.line': {
    name: char,
    order_id: one('sale.order'),
    state: char,
    product_id: needed(product),
    product_uom_qty: float,
    qty_delivered: float,
    product_uom: unit,
    company_id: company,
  },
  'mrp.bom': {
    product_tmpl_id: needed(template),
    product_id: product,
    product_qty: float,
    type: char,
    active: flag,
    produce_delay: whole,
    picking_type_id: pickingType,
    company_id: company,
    bom_line_ids: lines('mrp.bom.line', 'bom_id'),
  },
  'mrp.bom.line': { bom_id: one('mrp.bom'), product_id: needed(product), product_qty: float },
  'mrp.production': {
    name: char,
    state: char,
    origin: char,
    product_id: needed(product),
    product_qty: float,
    bom_id: one('mrp.bom'),
    date_start: time,
    date_finished: time,
    picking_type_id: pickingType,
    location_dest_id: location,
    company_id: company,
  },
  'ir.model.data': { module: char, name: char, model: char, res_id: whole, noupdate: flag },
};

const everywhere: Readonly<Record<string, FieldSpec>> = {
  id: whole,
  display_name: char,
  create_date: time,
  write_date: time,
};

export const modelNames = Object.keys(specs);

/** The fields of a model with those every model has. Throws the server's KeyError for an unknown model. */
export function fieldsOf(model: string): Readonly<Record<string, FieldSpec>> {
  const own = specs[model];
  if (!own) throw new OdooError('builtins.KeyError', `'${model}'`);
  return { ...everywhere, ...own };
}

/** One field. Throws the server's ValueError for an unknown one. */
export function fieldOf(model: string, name: string): FieldSpec {
  const spec = specs[model]?.[name] ?? everywhere[name];
  if (!spec) throw new OdooError('builtins.ValueError', `Invalid field '${name}' on model '${model}'`);
  return spec;
}
