import fc from 'fast-check';
import type { MemoryTables } from '#core/model/package/memory-package.ts';
import { packageTables, type PackageRow, type TableName } from '#core/model/package/package-tables.ts';

/** The day on which the random packages are planned, a Wednesday, so that a week has begun. */
export const planDay = 20_460;

const sites = ['S0', 'S1', 'S2'];
const items = ['I0', 'I1', 'I2', 'I3', 'I4', 'I5'];
const suppliers = ['V0', 'V1', 'S2'];
const calendars = ['C0', 'C1'];
const siteSelectors = ['*', 'region:North', 'company:K0', 'company:K1'];
const itemSelectors = [...items, '*', 'family:F0', 'family:F1', 'class:A', 'class:B', 'class:C'];

type Cells<Name extends TableName> = { readonly [Column in keyof PackageRow<Name>]?: fc.Arbitrary<PackageRow<Name>[Column]> };

function oneOf<const Value>(...values: readonly Value[]): fc.Arbitrary<Value> {
  return fc.constantFrom(...values);
}

function choicesOf<Choice extends string>(column: {
  readonly kind: { readonly choices: readonly Choice[] };
}): fc.Arbitrary<Choice | null> {
  return oneOf<Choice | null>(null, ...column.kind.choices);
}

function rowOf<Name extends TableName>(cells: Cells<Name>): fc.Arbitrary<Partial<PackageRow<Name>>> {
  return fc.record<object>(cells); // one value per cell, as declared
}

/** Rows, many of them twice with one cell changed: the hardest case for a sort that forgets a cell. */
function rows<Name extends TableName>(cells: Cells<Name>, maxLength: number): fc.Arbitrary<Partial<PackageRow<Name>>[]> {
  const row = rowOf(cells);
  const copies = fc.tuple(row, row, fc.option(fc.constantFrom(...(Object.keys(cells) as (keyof PackageRow<Name>)[])))); // keys of the same cells
  return fc
    .array(copies, { maxLength: Math.ceil(maxLength / 2) })
    .map((made) =>
      made.flatMap(([first, second, column]) => [first, ...(column === null ? [] : [{ ...first, [column]: second[column] }])]),
    );
}

/** One row per id, each with cells of its own. */
function rowsById<Name extends TableName>(
  column: string,
  ids: readonly string[],
  cells: Cells<Name>,
): fc.Arbitrary<Partial<PackageRow<Name>>[]> {
  const row = rowOf(cells);
  return fc.tuple(...ids.map((id) => row.map((made) => ({ ...made, [column]: id }))));
}

const day = fc.integer({ min: -3, max: 3 }).map((offset) => planDay + 7 * offset);
const optionalDay = fc.option(day);
/** Few values, so that rows tie; the last two make the same grains, and a zero below zero. */
const quantity = oneOf(1, 2, 2.5, 0, 0.0001, -0.0001);
const positive = oneOf(1, 2, 3, 0.25, 1e-7);
const few = oneOf(null, 0, 1, 2);

/**
 * Packages of every table and column a frame reads, with as many ties as possible: few ids, few days, few quantities, rows
 * that differ in one cell only. Most have no circle.
 */
export const randomTables: fc.Arbitrary<MemoryTables> = fc.record({
  companies: rowsById<'companies'>('company_id', ['K0', 'K1'], { name: oneOf(null, 'One'), currency: oneOf(null, 'EUR', 'USD') }),
  calendars: rowsById<'calendars'>('calendar_id', calendars, { weekdays: oneOf('1111100', '0101010') }),
  calendar_days: rows<'calendar_days'>({ calendar_id: oneOf(...calendars), date: day, open: oneOf(0, 1) }, 6),
  sites: rowsById<'sites'>('site_id', sites, {
    name: oneOf(null, 'Site'),
    company_id: oneOf(null, 'K0', 'K1'),
    kind: choicesOf(packageTables.sites.columns.kind),
    calendar_id: oneOf(null, ...calendars),
    region: oneOf(null, 'North'),
  }),
  items: fc
    .tuple(
      rowsById<'items'>('item_id', items, {
        name: oneOf(null, 'Item'),
        family: oneOf(null, 'F0', 'F1'),
        uom: oneOf(null, 'pcs', 'kg'),
        decimals: oneOf(null, 0, 2),
        cost: oneOf(null, 0, 0.1, 0.3, 7),
        price: oneOf(null, 0.7, 9),
        lifecycle: choicesOf(packageTables.items.columns.lifecycle),
        successor_from: optionalDay,
        shelf_life_days: few,
        weight: oneOf(null, 0.5),
        volume: oneOf(null, 0.25),
      }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: items.length, maxLength: items.length }),
    )
    // A successor comes later in the list, so that there is no circle.
    .map(([made, steps]) => made.map((row, index) => ({ ...row, successor_id: items[index + (steps[index] ?? 0)] ?? null }))),
  suppliers: rowsById<'suppliers'>('supplier_id', suppliers, {
    name: oneOf(null, 'Supplier'),
    company_id: oneOf(null, 'K0'),
    calendar_id: oneOf(null, ...calendars),
    min_order_value: few,
    status: choicesOf(packageTables.suppliers.columns.status),
    grouping_days: few,
    load_weight: few,
    load_volume: few,
  }),
  stock: rows<'stock'>(
    {
      item_id: oneOf(...items),
      site_id: oneOf(...sites),
      qty: quantity,
      status: oneOf(null, 'available', 'quarantine'),
      lot: oneOf(null, 'L1', 'L2'),
      expires_on: optionalDay,
      received_on: optionalDay,
      release_on: optionalDay,
      pool: oneOf(null, 'P'),
    },
    12,
  ),
  demand_history: rows<'demand_history'>(
    {
      item_id: oneOf(...items),
      site_id: oneOf(...sites),
      date: fc.integer({ min: planDay - 800, max: planDay + 3 }),
      qty: oneOf(1, 2, 0.1, 0.7, -1, 1e6),
      channel: oneOf(null, 'web'),
      customer_id: oneOf(null, 'D', 'E'),
      kind: choicesOf(packageTables.demand_history.columns.kind),
    },
    12,
  ),
  demand_exclusions: rows<'demand_exclusions'>(
    { item_id: oneOf(...items), site_id: oneOf(...sites), date: day, qty: oneOf(1, 2, -1), customer_id: oneOf(null, 'D') },
    6,
  ),
  events: rows<'events'>(
    {
      event_id: oneOf('E1', 'E2'),
      name: oneOf(null, 'Sale', 'Fair'),
      start_date: day,
      days: oneOf(1, 7),
      item_id: oneOf(...itemSelectors),
      site_id: oneOf(...siteSelectors, 'S0'),
      factor: oneOf(null, 0, 1.5),
    },
    6,
  ),
  stockouts: rows<'stockouts'>({ item_id: oneOf(...items), site_id: oneOf(...sites), from_date: day, to_date: day }, 6),
  demand_open: rows<'demand_open'>(
    {
      order_id: oneOf('O1', 'O2'),
      item_id: oneOf(...items),
      site_id: oneOf(...sites),
      due_date: day,
      qty: oneOf(1, 2, 0),
      priority: oneOf(null, -0, 0, 1000),
      customer_id: oneOf(null, 'D'),
      hold: oneOf(null, 0, 1),
    },
    12,
  ),
  forecast: rows<'forecast'>(
    {
      item_id: oneOf(...items),
      site_id: oneOf(...sites),
      start_date: day,
      days: oneOf(1, 7, 30),
      qty: oneOf(1, 10, 0.3),
      stream: choicesOf(packageTables.forecast.columns.stream),
    },
    8,
  ),
  supply_open: rows<'supply_open'>(
    {
      order_id: oneOf('O1', 'O2'),
      kind: oneOf('buy', 'transfer', 'make'),
      item_id: oneOf(...items),
      site_id: oneOf(...sites),
      due_date: day,
      qty: oneOf(1, 2),
      source_id: oneOf(null, ...suppliers, ...sites),
      status: choicesOf(packageTables.supply_open.columns.status),
      confirmed_date: optionalDay,
    },
    12,
  ),
  lanes: rows<'lanes'>(
    {
      item_id: oneOf(...itemSelectors),
      site_id: oneOf(...siteSelectors, 'S0', 'S1'),
      kind: oneOf('buy', 'transfer', 'make', 'make'),
      source_id: oneOf(null, 'V0', 'S2', 'S2', 'S2', 'S0'),
      lead_time_days: oneOf(1, 5),
      lead_time_sd: few,
      lead_time_basis: oneOf(null, 'calendar', 'working'),
      moq: few,
      multiple: few,
      max_qty: oneOf(null, 4),
      unit_cost: few,
      priority: oneOf(null, -0, 0, 1),
      share: oneOf(null, 0, 0.5),
      review_days: few,
      calendar_id: oneOf(null, ...calendars),
      valid_from: optionalDay,
      valid_to: optionalDay,
    },
    10,
  ),
  price_breaks: rows<'price_breaks'>(
    { item_id: oneOf(...items), supplier_id: oneOf(...suppliers), min_qty: oneOf(0, 0.0001, 5), unit_cost: oneOf(1, 2) },
    8,
  ),
  // Components come later in the list than what they go into, so that there is no circle.
  bom: rows<'bom'>(
    {
      parent_item_id: oneOf('I0', 'I1', 'I2'),
      component_item_id: oneOf('I3', 'I4', 'I5'),
      qty: positive,
      per_qty: oneOf(null, 1, 2, 3, 1e-7),
      scrap: oneOf(null, 0, 0.2, 0.999999),
      kind: choicesOf(packageTables.bom.columns.kind),
      site_id: oneOf(null, null, ...sites),
      valid_from: optionalDay,
      valid_to: optionalDay,
    },
    8,
  ).chain((made) =>
    rows<'bom'>(
      {
        parent_item_id: oneOf('I0', 'I3'),
        component_item_id: oneOf('I4', 'I5'),
        qty: positive,
        kind: oneOf('phantom', 'subcontract'),
        valid_from: optionalDay,
        valid_to: optionalDay,
      },
      4,
    ).map((nested) => [...made, ...nested]),
  ),
  policies: rows<'policies'>(
    {
      item_id: oneOf(...itemSelectors),
      site_id: oneOf(...siteSelectors, ...sites),
      method: choicesOf(packageTables.policies.columns.method),
      min_qty: few,
      max_qty: few,
      service_target: oneOf(null, 0, 0.95),
      service_type: choicesOf(packageTables.policies.columns.service_type),
      safety_stock: few,
      safety_days: few,
      lot_rule: choicesOf(packageTables.policies.columns.lot_rule),
      lot_periods: oneOf(null, 3),
      order_cost: few,
      holding_rate: few,
      fence_days: few,
      transfer_rule: choicesOf(packageTables.policies.columns.transfer_rule),
      wait_days: few,
      safety_lead_time_days: few,
      inherits: oneOf(null, 0, 1),
    },
    8,
  ),
});
