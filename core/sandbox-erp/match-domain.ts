import { fieldOf } from './model-fields.ts';
import { OdooError } from './odoo-error.ts';
import type { RecordStore } from './record-store.ts';
import type { StoredRecord, Value } from './stored-record.ts';

type Test = (record: StoredRecord) => boolean;

/** Compiles a domain in prefix notation (SBX-5). Unset values are false, as the server writes them. */
export function compileDomain(store: RecordStore, model: string, domain: unknown): Test {
  if (!Array.isArray(domain)) throw new OdooError('builtins.ValueError', 'A domain is a list');
  const terms: unknown[] = [...(domain as unknown[])]; // checked by Array.isArray
  const tests: Test[] = [];
  while (terms.length > 0) tests.push(readTerm());
  return (record) => tests.every((test) => test(record));

  function readTerm(): Test {
    const term = terms.shift();
    if (term === '&' || term === '|') {
      const [left, right] = [readTerm(), readTerm()];
      return term === '&' ? (record) => left(record) && right(record) : (record) => left(record) || right(record);
    }
    if (term === '!') {
      const inner = readTerm();
      return (record) => !inner(record);
    }
    if (!Array.isArray(term) || term.length !== 3)
      throw new OdooError('builtins.ValueError', `Invalid leaf ${JSON.stringify(term)}`);
    const [path, operator, operand] = term as [unknown, unknown, unknown]; // three elements, just counted
    const read = compilePath(store, model, String(path).split('.'));
    const compare = compileOperator(store, String(operator), operand ?? false);
    return (record) => compare(read(record));
  }
}

function compilePath(
  store: RecordStore,
  model: string,
  [head = '', ...rest]: readonly string[],
): (record: StoredRecord) => Value {
  const { relation } = fieldOf(model, head);
  if (rest.length === 0) return (record) => record[head] ?? false;
  if (relation === undefined) throw new OdooError('builtins.ValueError', `Invalid field '${head}' on model '${model}'`);
  const inner = compilePath(store, relation, rest);
  return (record) => {
    const id = record[head];
    const related = typeof id === 'number' ? store.get(relation, id) : undefined;
    return related ? inner(related) : false;
  };
}

function compileOperator(store: RecordStore, operator: string, wanted: unknown): (value: Value) => boolean {
  switch (operator) {
    case '=':
      return (value) => equals(value, wanted);
    case '!=':
      return (value) => !equals(value, wanted);
    case '>':
      return (value) => compare(value, wanted) > 0;
    case '>=':
      return (value) => compare(value, wanted) >= 0;
    case '<':
      return (value) => compare(value, wanted) < 0;
    case '<=':
      return (value) => compare(value, wanted) <= 0;
    case 'in':
    case 'not in': {
      const list = new Set<unknown>(Array.isArray(wanted) ? wanted : [wanted]);
      return (value) => list.has(value) === (operator === 'in');
    }
    case 'like':
      return (value) => String(value).includes(String(wanted));
    case 'ilike':
      return (value) => String(value).toLowerCase().includes(String(wanted).toLowerCase());
    case 'child_of':
      return (value) =>
        value === wanted ||
        `/${String(store.get('stock.location', Number(value))?.['parent_path'])}`.includes(`/${String(wanted)}/`);
    default:
      throw new OdooError('builtins.ValueError', `Invalid operator '${operator}'`);
  }
}

function equals(value: Value, wanted: unknown): boolean {
  return value === wanted || (wanted === false && value === null);
}

/** NaN where the two cannot be put in order, which no comparison accepts. */
function compare(value: Value, wanted: unknown): number {
  if (typeof value === 'number' && typeof wanted === 'number') return value - wanted;
  if (typeof value === 'string' && typeof wanted === 'string') return value < wanted ? -1 : Number(value > wanted);
  return Number.NaN;
}
