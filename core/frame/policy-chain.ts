import { packageTables, type PackageRow } from '#core/model/package/package-tables.ts';
import type { SelectorIndex } from './selectors.ts';

export type PolicyRow = PackageRow<'policies'>;

/** What a row of `policies` may say of an item at a site. */
export type PolicyField = Exclude<keyof PolicyRow, 'item_id' | 'site_id' | 'inherits'>;

/** The fields in the order of the package; the position is the field's bit in `policyFields`. */
export const policyFields = (Object.keys(packageTables.policies.columns) as (keyof PolicyRow)[]).filter(
  (column): column is PolicyField => column !== 'item_id' && column !== 'site_id' && column !== 'inherits',
); // keys of a const object

/** Cells that say one thing in several ways: a row that has one of them leaves none of the others to be inherited. */
const alternatives: readonly (readonly PolicyField[])[] = [
  ['service_target', 'safety_stock', 'safety_days'],
  ['min_qty', 'max_qty'],
];

const rivalBits = policyFields.map((field) => {
  const group = alternatives.find((names) => names.includes(field)) ?? [field];
  return group.reduce((bits, name) => bits | bitOf(name), 0);
});

function bitOf(field: PolicyField): number {
  return 1 << policyFields.indexOf(field);
}

/** The fields a row has a value for, as bits. @example a row with a method and nothing else gives 1 */
export function setFields(row: PolicyRow): number {
  return policyFields.reduce((bits, field) => bits | (row[field] === null ? 0 : bitOf(field)), 0);
}

/**
 * The rows that decide on an item at a site, the most specific first: each that `inherits` is followed by the next less specific
 * one (FRM-19). Empty where no row holds. Does not throw.
 */
export function policyChain(policies: SelectorIndex<PolicyRow>, item: number, site: number): readonly PolicyRow[] {
  const chain: PolicyRow[] = [];
  for (const [row] of policies.groupsFor(item, site)) {
    if (row === undefined) continue;
    chain.push(row);
    if (row.inherits !== 1) break;
  }
  return chain;
}

/**
 * Which entry of a chain a field comes from: the first that has it, unless one before it says the same in another way
 * (FRM-19); -1 where none does. `bitsAt` gives the fields of an entry, of `length`. Does not throw.
 *
 * @example a chain of rows with a service target, then with safety days, has no safety days
 */
export function deciderOf(field: PolicyField, length: number, bitsAt: (entry: number) => number): number {
  const position = policyFields.indexOf(field);
  const rivals = rivalBits[position] ?? 0;
  for (let entry = 0; entry < length; entry += 1) {
    const bits = bitsAt(entry);
    if ((bits & rivals) !== 0) return (bits & (1 << position)) !== 0 ? entry : -1;
  }
  return -1;
}
