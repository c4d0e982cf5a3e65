import type { Call } from './call.ts';
import { changeState } from './document-rules.ts';
import { findReference, loadRecords } from './load-records.ts';
import { fieldsOf } from './model-fields.ts';
import { OdooError } from './odoo-error.ts';
import { readRecords, searchIds } from './read-records.ts';
import { mayAccess, requireAccess, type Operation } from './sandbox-users.ts';
import { createRecord, unlinkRecords, writeRecords } from './write-records.ts';

/** Runs one method of a model; undefined where the server's method returns None. Throws OdooError. */
export function executeMethod(call: Call, method: string): unknown {
  const { model, args, options, user, store } = call;
  fieldsOf(model);
  if (method.startsWith('_')) {
    throw new OdooError(
      'odoo.exceptions.AccessError',
      `Private methods (such as '${model}.${method}') cannot be called remotely.`,
    );
  }
  const [first, second] = args;
  switch (method) {
    case 'search':
      requireAccess(user, model, 'read');
      return searchIds(call, first ?? options['domain'] ?? [], options);
    case 'search_count':
      requireAccess(user, model, 'read');
      return searchIds(call, first ?? options['domain'] ?? [], {}).length;
    case 'search_read': {
      requireAccess(user, model, 'read');
      const ids = searchIds(call, first ?? options['domain'] ?? [], options);
      return readRecords(call, ids, names(second ?? options['fields']), options['load']);
    }
    case 'read':
      requireAccess(user, model, 'read');
      return readRecords(call, toIds(first), names(second ?? options['fields']), options['load']);
    case 'exists':
      return toIds(first).filter((id) => store.get(model, id));
    case 'fields_get':
      return describeFields(model, names(first ?? options['allfields']));
    case 'check_access_rights': {
      const isAllowed = mayAccess(user, model, first as Operation); // an unknown operation is simply not allowed
      if (!isAllowed && second !== false && options['raise_exception'] !== false) requireAccess(user, model, first as Operation); // as above
      return isAllowed;
    }
    case 'create':
      requireAccess(user, model, 'create');
      return Array.isArray(first)
        ? first.map((values) => createRecord(call, toObject(values)))
        : createRecord(call, toObject(first));
    case 'write':
      requireAccess(user, model, 'write');
      return writeRecords(call, toIds(first), toObject(second));
    case 'unlink':
      requireAccess(user, model, 'unlink');
      return unlinkRecords(call, toIds(first));
    case 'load':
      requireAccess(user, model, 'create');
      return loadRecords(call, names(first), Array.isArray(second) ? (second as unknown[][]) : []); // rows of cells
    case 'button_confirm':
    case 'action_confirm':
      requireAccess(user, model, 'write');
      return changeState(call, toIds(first), 'confirm');
    case 'button_cancel':
    case 'action_cancel':
      requireAccess(user, model, 'write');
      return changeState(call, toIds(first), 'cancel');
    case 'get_external_id':
      return Object.fromEntries(toIds(first).map((id) => [String(id), externalIdOf(call, id)]));
    case 'check_object_reference':
      return checkReference(call, String(first), String(second));
    default:
      throw new OdooError('builtins.AttributeError', `The method '${model}.${method}' does not exist`);
  }
}

function checkReference(call: Call, module: string, name: string): unknown {
  const id = findReference(call, `${module}.${name}`);
  for (const data of call.store.ids('ir.model.data')) {
    const found = call.store.get('ir.model.data', data);
    if (id !== undefined && found?.['name'] === name && found['module'] === module) return [found['model'], id];
  }
  throw new OdooError('builtins.ValueError', `External ID not found in the system: ${module}.${name}`);
}

function externalIdOf({ store, model }: Call, id: number): string {
  for (const data of store.ids('ir.model.data')) {
    const found = store.get('ir.model.data', data);
    if (found?.['model'] === model && found['res_id'] === id) return `${String(found['module'])}.${String(found['name'])}`;
  }
  return '';
}

function describeFields(model: string, wanted: readonly string[]): unknown {
  const entries = Object.entries(fieldsOf(model)).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  return Object.fromEntries(
    entries.map(([name, { type, relation, required }]) => [
      name,
      {
        type,
        string: name,
        store: type !== 'one2many',
        searchable: true,
        required: required ?? false,
        ...(relation !== undefined && { relation }),
      },
    ]),
  );
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function toIds(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).map(Number);
}

function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
