import type { Call } from './call.ts';
import { compileDomain } from './match-domain.ts';
import { toText } from './to-text.ts';
import { fieldOf, fieldsOf } from './model-fields.ts';
import { OdooError } from './odoo-error.ts';
import type { StoredRecord, Value } from './stored-record.ts';

/** Records of other companies are absent, archived ones too unless the context asks for them (SBX-7). */
function isVisible(call: Call, record: StoredRecord): boolean {
  const company = record['company_id'];
  return typeof company !== 'number' || call.companies.includes(company);
}

/** The ids a domain finds, in the wanted order. */
export function searchIds(call: Call, domain: unknown, options: Readonly<Record<string, unknown>>): number[] {
  const { store, model, context } = call;
  const test = compileDomain(store, model, domain);
  const showsArchived = context['active_test'] === false || JSON.stringify(domain).includes('"active"');
  const offset = Number(options['offset'] ?? 0);
  const limit = Number(options['limit'] ?? 0) || Infinity;
  const [name = 'id', direction = 'asc'] = toText(options['order'] ?? 'id')
    .split(',')[0]!
    .trim() // split gives one element at least
    .split(' ');
  fieldOf(model, name);
  const isById = name === 'id' && direction.toLowerCase() === 'asc';
  const found: { readonly id: number; readonly key: string | number }[] = [];
  const least = isById ? greatestLowerBound(domain) : 0;
  for (const id of store.ids(model)) {
    if (id <= least) continue;
    const record = store.get(model, id);
    if (!record || (!showsArchived && record['active'] === false)) continue;
    if (!isVisible(call, record) || !test(record)) continue;
    const key = record[name];
    found.push({ id, key: typeof key === 'number' ? key : String(key ?? '') });
    if (isById && found.length >= offset + limit) break;
  }
  if (!isById) {
    const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
    found.sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  }
  return found.slice(offset, offset + limit).map(({ id }) => id);
}

/** Pages by id start where the last one ended; no index is needed for more. */
function greatestLowerBound(domain: unknown): number {
  if (!Array.isArray(domain) || domain.includes('|') || domain.includes('!')) return 0;
  const bounds = domain.filter(
    (term): term is [string, string, number] => Array.isArray(term) && term[0] === 'id' && term[1] === '>',
  );
  return bounds.reduce((most, [, , bound]) => Math.max(most, bound), 0);
}

/** Records as the server gives them; `load=''` gives bare ids for many2one. Reading only ids echoes unknown ones. */
export function readRecords(
  call: Call,
  ids: readonly number[],
  names: readonly string[],
  load: unknown,
): Record<string, unknown>[] {
  const { store, model } = call;
  const wanted = names.length > 0 ? names : Object.keys(fieldsOf(model));
  const specs = wanted.map((name) => [name, fieldOf(model, name)] as const);
  return ids.flatMap((id) => {
    const record = store.get(model, id);
    if (!record) return wanted.length === 1 && wanted[0] === 'id' ? [{ id }] : [];
    if (!isVisible(call, record)) {
      throw new OdooError('odoo.exceptions.AccessError', `Access to unauthorized or invalid companies (${model}(${id},))`);
    }
    const result: Record<string, unknown> = { id };
    for (const [name, spec] of specs) {
      if (spec.type === 'one2many') result[name] = childIds(call, spec.relation ?? '', spec.inverse ?? '', id);
      else if (spec.type === 'many2one' && load !== '') result[name] = named(call, spec.relation ?? '', record[name]);
      else if (name === 'display_name') result[name] = record['name'] ?? String(id);
      else
        result[name] =
          record[name] ?? (spec.type === 'float' || spec.type === 'integer' ? 0 : spec.type === 'many2many' ? [] : false);
    }
    return [result];
  });
}

/** The ids of a record's lines. */
export function childIds({ store }: Pick<Call, 'store'>, relation: string, inverse: string, id: number): number[] {
  return [...store.ids(relation)].filter((child) => store.get(relation, child)?.[inverse] === id);
}

function named({ store }: Call, relation: string, value: Value | undefined): unknown {
  if (typeof value !== 'number') return false;
  return [value, String(store.get(relation, value)?.['name'] ?? value)];
}
