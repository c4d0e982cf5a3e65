import type { Call } from './call.ts';
import { validate, withDefaults } from './document-rules.ts';
import { fieldOf, fieldsOf } from './model-fields.ts';
import { OdooError } from './odoo-error.ts';
import { toText } from './to-text.ts';
import { childIds } from './read-records.ts';
import type { StoredRecord, Value } from './stored-record.ts';

/** Creates a record with its lines; a repeat makes another one. */
export function createRecord(call: Call, values: Readonly<Record<string, unknown>>): number {
  const { store, model } = call;
  const own: StoredRecord = {};
  const lines: [string, readonly unknown[]][] = [];
  for (const [name, value] of Object.entries(values)) {
    const spec = fieldOf(model, name);
    if (spec.type === 'one2many') lines.push([name, Array.isArray(value) ? value : []]);
    else own[name] = toValue(model, name, value);
  }
  for (const [name, spec] of Object.entries(fieldsOf(model))) {
    if (spec.required && (own[name] ?? null) === null) {
      throw new OdooError('odoo.exceptions.ValidationError', `Missing required value for the field '${name}' (${name})`);
    }
  }
  const id = store.insert(model, {});
  const record = withDefaults(call, own, id);
  validate(model, record);
  store.update(model, id, record);
  for (const [name, commands] of lines) {
    const { relation = '', inverse = '' } = fieldOf(model, name);
    for (const command of commands) {
      const child = Array.isArray(command) ? (command[2] as Record<string, unknown>) : {}; // (0, 0, values)
      createRecord({ ...call, model: relation }, { ...child, [inverse]: id });
    }
  }
  return id;
}

/** Writes values on records; the header of a written line moves too. */
export function writeRecords(call: Call, ids: readonly number[], values: Readonly<Record<string, unknown>>): true {
  const { store, model, at } = call;
  for (const id of ids) {
    const old = store.get(model, id);
    if (!old) throw missing(call, id);
    const changed: StoredRecord = { write_date: at };
    for (const [name, value] of Object.entries(values)) changed[name] = toValue(model, name, value);
    validate(model, { ...old, ...changed });
    store.update(model, id, changed);
    const header = { 'purchase.order.line': 'purchase.order', 'sale.order.line': 'sale.order' }[model];
    if (header !== undefined) store.update(header, Number(old['order_id']), { write_date: at });
    if (model === 'product.template') store.update('product.product', id, { ...changed });
  }
  return true;
}

/** Deletes records with their lines and external ids. Confirmed purchase orders may not be deleted. */
export function unlinkRecords(call: Call, ids: readonly number[]): true {
  const { store, model } = call;
  for (const id of ids) {
    const record = store.get(model, id);
    if (!record) throw missing(call, id);
    if (model === 'purchase.order' && record['state'] !== 'draft' && record['state'] !== 'cancel') {
      throw new OdooError('odoo.exceptions.UserError', 'In order to delete a purchase order, you must cancel it first.');
    }
    for (const spec of Object.values(fieldsOf(model))) {
      if (spec.type !== 'one2many' || spec.relation === undefined) continue;
      unlinkRecords({ ...call, model: spec.relation }, childIds(call, spec.relation, spec.inverse ?? '', id));
    }
    for (const data of [...store.ids('ir.model.data')]) {
      const link = store.get('ir.model.data', data);
      if (link?.['model'] === model && link['res_id'] === id) store.remove('ir.model.data', data);
    }
    store.remove(model, id);
  }
  return true;
}

function missing({ model, user }: Call, id: number): OdooError {
  return new OdooError(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: ${user.id})`,
  );
}

function toValue(model: string, name: string, value: unknown): Value {
  const { type } = fieldOf(model, name);
  if (value === null || value === undefined || (value === false && type !== 'boolean')) return null;
  if (type === 'float' || type === 'integer' || type === 'many2one') {
    const number = Number(value);
    if (Number.isNaN(number)) throw new OdooError('builtins.ValueError', `could not convert string to float: '${toText(value)}'`);
    return number;
  }
  if (type === 'datetime' || type === 'date') return toTime(toText(value), type);
  if (type === 'many2many') return Array.isArray(value) ? value.map(Number) : [];
  return type === 'boolean' ? Boolean(value) : toText(value);
}

/** `T`, `Z` and fractions are refused, a bare date is taken (SBX-4). */
function toTime(text: string, type: 'date' | 'datetime'): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return type === 'date' ? text : `${text} 00:00:00`;
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return text;
  throw new OdooError('builtins.ValueError', `time data '${text}' does not match format '%Y-%m-%d %H:%M:%S'`);
}
