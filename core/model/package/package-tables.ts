/**
 * The planning data package as a table of tables: one place that says which files exist, which columns they
 * have, what a cell may hold and what it refers to. The codec, the check, the store and the exporter all read it.
 */

/** What a cell of a column may hold. */
export type CellKind =
  | { readonly type: 'text' }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly above?: number; readonly whole?: true }
  | { readonly type: 'date' }
  | { readonly type: 'flag' }
  | { readonly type: 'weekdays' }
  | { readonly type: 'choice'; readonly choices: readonly string[] };

/** Tables whose ids other tables may name. */
export type ReferenceTarget = 'companies' | 'sites' | 'items' | 'suppliers' | 'calendars' | 'suppliersOrSites';

export interface ColumnSpec {
  readonly kind: CellKind;
  readonly required?: true;
  readonly references?: ReferenceTarget;
  /** Also accepts `*`; for items `family:NAME` or `class:A`, for sites `region:NAME` or `company:ID`. */
  readonly selector?: 'item' | 'site';
}

export interface TableSpec {
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  /** Columns whose values together may occur once; absent where rows may repeat. */
  readonly key?: readonly string[];
  /** Two columns of dates of which the second may not lie before the first. */
  readonly period?: readonly [first: string, last: string];
}

const text = { kind: { type: 'text' } } as const satisfies ColumnSpec;
const date = { kind: { type: 'date' } } as const satisfies ColumnSpec;
const flag = { kind: { type: 'flag' } } as const satisfies ColumnSpec;
const anyNumber = { kind: { type: 'number' } } as const satisfies ColumnSpec;
const notNegative = { kind: { type: 'number', min: 0 } } as const satisfies ColumnSpec;
const positive = { kind: { type: 'number', above: 0 } } as const satisfies ColumnSpec;
const fraction = { kind: { type: 'number', min: 0, max: 1 } } as const satisfies ColumnSpec;
const wholeDays = { kind: { type: 'number', min: 0, max: 3650, whole: true } } as const satisfies ColumnSpec;
const days = { kind: { type: 'number', min: 0, max: 3650 } } as const satisfies ColumnSpec;
const id = { kind: { type: 'text' }, required: true } as const satisfies ColumnSpec;
const item = { kind: { type: 'text' }, required: true, references: 'items' } as const satisfies ColumnSpec;
const site = { kind: { type: 'text' }, required: true, references: 'sites' } as const satisfies ColumnSpec;
const supplier = { kind: { type: 'text' }, required: true, references: 'suppliers' } as const satisfies ColumnSpec;
const itemSelector = { ...item, selector: 'item' } as const satisfies ColumnSpec;
const siteSelector = { ...site, selector: 'site' } as const satisfies ColumnSpec;
const company = { kind: { type: 'text' }, references: 'companies' } as const satisfies ColumnSpec;
const calendar = { kind: { type: 'text' }, references: 'calendars' } as const satisfies ColumnSpec;
const source = { kind: { type: 'text' }, references: 'suppliersOrSites' } as const satisfies ColumnSpec;

function required<const Spec extends ColumnSpec>(spec: Spec): Spec & { readonly required: true } {
  return { ...spec, required: true };
}

function choice<const Choices extends readonly string[]>(
  ...choices: Choices
): { readonly kind: { readonly type: 'choice'; readonly choices: Choices } } {
  return { kind: { type: 'choice', choices } };
}

/** The files in the order in which they are read: what is referred to comes before what refers to it. */
export const packageTables = {
  companies: { key: ['company_id'], columns: { company_id: id, name: text, currency: text } },
  calendars: { key: ['calendar_id'], columns: { calendar_id: id, weekdays: required({ kind: { type: 'weekdays' } }) } },
  calendar_days: {
    key: ['calendar_id', 'date'],
    columns: { calendar_id: required(calendar), date: required(date), open: required(flag) },
  },
  sites: {
    key: ['site_id'],
    columns: {
      site_id: id,
      name: text,
      company_id: company,
      kind: choice('warehouse', 'hub', 'branch', 'depot', 'van', 'store', 'plant', 'subcontractor', 'quarantine'),
      calendar_id: calendar,
      region: text,
    },
  },
  items: {
    key: ['item_id'],
    columns: {
      item_id: id,
      name: text,
      family: text,
      uom: text,
      decimals: { kind: { type: 'number', min: 0, max: 6, whole: true } },
      cost: notNegative,
      price: notNegative,
      lifecycle: choice('new', 'active', 'phase_out', 'obsolete'),
      successor_id: { kind: { type: 'text' }, references: 'items' },
      successor_from: date,
      shelf_life_days: wholeDays,
      tracking: choice('none', 'lot', 'serial'),
      weight: notNegative,
      volume: notNegative,
      criticality: text,
    },
  },
  suppliers: {
    key: ['supplier_id'],
    columns: {
      supplier_id: id,
      name: text,
      company_id: company,
      calendar_id: calendar,
      min_order_value: notNegative,
      currency: text,
      status: choice('approved', 'conditional', 'blocked'),
      grouping_days: days,
      load_weight: notNegative,
      load_volume: notNegative,
    },
  },
  stock: {
    columns: {
      item_id: item,
      site_id: site,
      qty: required(anyNumber),
      status: choice(
        'available',
        'reserved',
        'quality_hold',
        'quarantine',
        'damaged',
        'pending_inspection',
        'consigned_in',
        'consigned_out',
        'wip',
        'allocated',
      ),
      lot: text,
      expires_on: date,
      received_on: date,
      release_on: date,
      pool: text,
    },
  },
  demand_history: {
    columns: {
      item_id: item,
      site_id: site,
      date: required(date),
      qty: required(anyNumber),
      channel: text,
      customer_id: text,
      kind: choice('sale', 'return', 'transfer', 'consumption', 'adjustment', 'scrap'),
    },
  },
  demand_exclusions: {
    key: ['item_id', 'site_id', 'date', 'qty', 'customer_id'],
    columns: {
      item_id: item,
      site_id: site,
      date: required(date),
      qty: required(anyNumber),
      customer_id: text,
      reason: text,
      excluded_by: text,
    },
  },
  stockouts: {
    key: ['item_id', 'site_id', 'from_date'],
    period: ['from_date', 'to_date'],
    columns: { item_id: item, site_id: site, from_date: required(date), to_date: required(date) },
  },
  events: {
    key: ['event_id', 'item_id', 'site_id', 'start_date'],
    columns: {
      event_id: id,
      name: text,
      start_date: required(date),
      days: required({ kind: { type: 'number', min: 1, max: 3650, whole: true } }),
      item_id: itemSelector,
      site_id: siteSelector,
      factor: notNegative,
    },
  },
  demand_open: {
    key: ['order_id', 'item_id', 'site_id', 'due_date'],
    columns: {
      order_id: id,
      item_id: item,
      site_id: site,
      due_date: required(date),
      qty: required(notNegative),
      priority: anyNumber,
      customer_id: text,
      pool: text,
      hold: flag,
    },
  },
  forecast: {
    key: ['item_id', 'site_id', 'start_date', 'days', 'stream'],
    columns: {
      item_id: item,
      site_id: site,
      start_date: required(date),
      days: required({ kind: { type: 'number', min: 1, max: 3650, whole: true } }),
      qty: required(notNegative),
      stream: choice('statistical', 'override', 'promotion', 'pipeline', 'project'),
    },
  },
  supply_open: {
    key: ['order_id', 'kind', 'item_id', 'site_id', 'due_date'],
    columns: {
      order_id: id,
      kind: required(choice('buy', 'transfer', 'make')),
      item_id: item,
      site_id: site,
      due_date: required(date),
      qty: required(notNegative),
      source_id: source,
      status: choice('draft', 'confirmed', 'in_transit'),
      ordered_on: date,
      confirmed_date: date,
    },
  },
  lanes: {
    key: ['item_id', 'site_id', 'kind', 'source_id', 'priority', 'valid_from'],
    columns: {
      item_id: itemSelector,
      site_id: siteSelector,
      kind: required(choice('buy', 'transfer', 'make')),
      source_id: source,
      lead_time_days: required(wholeDays),
      lead_time_sd: notNegative,
      lead_time_basis: choice('calendar', 'working'),
      moq: notNegative,
      multiple: notNegative,
      max_qty: positive,
      unit_cost: notNegative,
      priority: anyNumber,
      share: fraction,
      review_days: wholeDays,
      calendar_id: calendar,
      valid_from: date,
      valid_to: date,
    },
  },
  price_breaks: {
    key: ['item_id', 'supplier_id', 'min_qty'],
    columns: { item_id: item, supplier_id: supplier, min_qty: required(notNegative), unit_cost: required(notNegative) },
  },
  bom: {
    key: ['parent_item_id', 'component_item_id', 'site_id', 'kind', 'valid_from'],
    columns: {
      parent_item_id: item,
      component_item_id: item,
      qty: required(positive),
      per_qty: positive,
      scrap: { kind: { type: 'number', min: 0, max: 0.999999 } },
      kind: choice('normal', 'phantom', 'subcontract'),
      site_id: { kind: { type: 'text' }, references: 'sites' },
      valid_from: date,
      valid_to: date,
    },
  },
  policies: {
    key: ['item_id', 'site_id'],
    columns: {
      item_id: itemSelector,
      site_id: siteSelector,
      method: choice('min_max', 'reorder_point', 'periodic', 'time_phased', 'make_to_order', 'none'),
      min_qty: notNegative,
      max_qty: notNegative,
      service_target: { kind: { type: 'number', min: 0, max: 0.99999 } },
      service_type: choice('cycle', 'fill'),
      safety_stock: notNegative,
      safety_days: notNegative,
      lot_rule: choice('lot_for_lot', 'fixed', 'eoq', 'periods', 'silver_meal', 'wagner_whitin'),
      lot_periods: { kind: { type: 'number', min: 1, max: 3650, whole: true } },
      order_cost: notNegative,
      holding_rate: notNegative,
      fence_days: wholeDays,
      transfer_rule: choice('priority', 'proportional', 'equal_cover'),
      owner: text,
      wait_days: days,
      safety_lead_time_days: days,
      inherits: flag,
    },
  },
  receipts_history: {
    columns: {
      order_id: id,
      supplier_id: supplier,
      item_id: item,
      site_id: site,
      ordered_on: required(date),
      received_on: required(date),
      qty_received: required(notNegative),
      qty_ordered: notNegative,
      requested_on: date,
      promised_on: date,
      unit_cost: notNegative,
    },
  },
  counts_history: {
    columns: {
      item_id: item,
      site_id: site,
      date: required(date),
      book_qty: required(anyNumber),
      counted_qty: required(anyNumber),
      reason: text,
      user: text,
    },
  },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof packageTables;

/** Every table name, in reading order. */
export const tableNames = Object.keys(packageTables) as readonly TableName[]; // keys of a const object

type CellValue<Kind extends CellKind> = Kind extends { readonly type: 'choice'; readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Kind extends { readonly type: 'number' | 'date' | 'flag' }
    ? number
    : string;

type ColumnsOf<Name extends TableName> = (typeof packageTables)[Name]['columns'];

/**
 * One row of a table. Dates are CalendarDay numbers, flags 0 or 1, quantities stock units as typed,
 * an empty cell is null.
 */
export type PackageRow<Name extends TableName> = {
  readonly [Column in keyof ColumnsOf<Name>]: ColumnsOf<Name>[Column] extends { readonly required: true }
    ? CellValue<Extract<ColumnsOf<Name>[Column], ColumnSpec>['kind']>
    : CellValue<Extract<ColumnsOf<Name>[Column], ColumnSpec>['kind']> | null;
};

/** The spec of a table with its literal types widened, for code that handles every table alike. */
export function tableSpec(name: TableName): TableSpec {
  return packageTables[name];
}
