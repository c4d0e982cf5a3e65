import type { Call } from './call.ts';
import { fieldOf } from './model-fields.ts';
import { OdooError } from './odoo-error.ts';
import { toText } from './to-text.ts';
import { createRecord, writeRecords } from './write-records.ts';

export interface LoadResult {
  readonly ids: readonly number[] | false;
  readonly messages: readonly Readonly<Record<string, unknown>>[];
  readonly nextrow: number;
}

/**
 * The server's `load`: upsert by external id, lines by theirs; with `mode` update and `noupdate` only what is new is made
 * (SBX-9). One bad row refuses all: `ids` false with messages, in a reply without an error.
 */
export function loadRecords(call: Call, columns: readonly string[], rows: readonly (readonly unknown[])[]): LoadResult {
  const ids: number[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      const id = loadRow(call, columns, row, ids.at(-1));
      if (id !== undefined) ids.push(id);
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      // The caller undoes the transaction: nothing of the call stays.
      return {
        ids: false,
        messages: [{ type: 'error', record: index, rows: { from: index, to: index }, message: error.message }],
        nextrow: 0,
      };
    }
  }
  return { ids, messages: [], nextrow: 0 };
}

function loadRow(call: Call, columns: readonly string[], row: readonly unknown[], last: number | undefined): number | undefined {
  const own: Record<string, unknown> = {};
  const lines = new Map<string, Record<string, unknown>>();
  for (const [index, column] of columns.entries()) {
    const value = row[index];
    if (value === '' || value === null || value === undefined) continue;
    const [head = '', ...rest] = column.split('/');
    const spec = head === '.id' ? undefined : fieldOf(call.model, head);
    if (spec?.type === 'one2many') {
      const line = lines.get(head) ?? {};
      assign({ ...call, model: spec.relation ?? '' }, line, rest, value);
      lines.set(head, line);
    } else assign(call, own, [head, ...rest], value);
  }
  const isHeader = Object.keys(own).length > 0;
  const isRepeat = isHeader && isCreateOnly(call) && findReference(call, toText(own['id'])) !== undefined;
  const id = isHeader ? upsert(call, own) : last;
  if (id === undefined) throw new OdooError('builtins.ValueError', 'A line without a record before it');
  for (const [head, line] of lines) {
    const { relation = '', inverse = '' } = fieldOf(call.model, head);
    // Extra lines of a repeat are ignored with their header.
    if (!isRepeat) upsert({ ...call, model: relation }, { ...line, [inverse]: id });
  }
  return isHeader ? id : undefined;
}

function assign(call: Call, target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = '', key] = path;
  if (head === 'id' || head === '.id') {
    target[head] = value;
    return;
  }
  const spec = fieldOf(call.model, head);
  if (spec.type !== 'many2one') {
    target[head] = value;
    return;
  }
  const relation = spec.relation ?? '';
  const id =
    key === '.id' ? Number(value) : key === 'id' ? findReference(call, String(value)) : byName(call, relation, String(value));
  if (id === undefined || !call.store.get(relation, id)) {
    throw new OdooError(
      'builtins.ValueError',
      `No matching record found for ${key === '.id' ? 'database' : 'external'} id '${String(value)}' in field '${head}'`,
    );
  }
  target[head] = id;
}

function upsert(call: Call, { id: external, '.id': databaseId, ...values }: Record<string, unknown>): number {
  const { store, model } = call;
  if (databaseId !== undefined) {
    if (!store.get(model, Number(databaseId)))
      throw new OdooError('builtins.ValueError', `Unknown database identifier '${toText(databaseId)}'`);
    writeRecords(call, [Number(databaseId)], values);
    return Number(databaseId);
  }
  if (external === undefined) return createRecord(call, values);
  const found = findReference(call, toText(external));
  if (found !== undefined && store.get(model, found)) {
    if (!isCreateOnly(call)) writeRecords(call, [found], values);
    return found;
  }
  const id = createRecord(call, values);
  const [module, name] = splitExternalId(toText(external));
  store.insert('ir.model.data', { module, name, model, res_id: id, noupdate: isCreateOnly(call) });
  return id;
}

function isCreateOnly({ context }: Call): boolean {
  return context['mode'] === 'update' && context['noupdate'] === true;
}

function splitExternalId(external: string): readonly [string, string] {
  const dot = external.indexOf('.');
  return dot < 0 ? ['__import__', external] : [external.slice(0, dot), external.slice(dot + 1)];
}

/** The record an external id names. */
export function findReference({ store }: Pick<Call, 'store'>, external: string): number | undefined {
  const [module, name] = splitExternalId(external);
  for (const id of store.ids('ir.model.data')) {
    const data = store.get('ir.model.data', id);
    if (data?.['name'] === name && data['module'] === module) return Number(data['res_id']);
  }
  return undefined;
}

function byName({ store }: Call, relation: string, name: string): number | undefined {
  for (const id of store.ids(relation)) if (store.get(relation, id)?.['name'] === name) return id;
  return undefined;
}
