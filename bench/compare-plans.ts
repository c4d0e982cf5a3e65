import type { PlanColumns } from '#core/plan/plan-rows.ts';
import { planExceptionLayout, planLayout, planNodeLayout, planOrderLayout, type PlanResult } from '#core/plan/plan-result.ts';

type Column = PlanColumns[keyof PlanColumns];

/**
 * Compares a plan column by column with the bytes the C program wrote. Returns what differs, one line per column, empty
 * where every byte is the same.
 */
export function comparePlans(plan: PlanResult, bytes: Uint8Array<ArrayBuffer>, orders: number, exceptions: number): string[] {
  const differences: string[] = [];
  let at = 0;
  function rowsOf(name: keyof typeof planLayout): number {
    if (name in planOrderLayout) return orders;
    if (name in planExceptionLayout) return exceptions;
    return name in planNodeLayout ? plan.meta.nodes : plan.meta.nodes + 1;
  }
  for (const name of namesOf(planLayout)) {
    const ours = plan[name];
    const rows = rowsOf(name);
    const length = rows * ours.BYTES_PER_ELEMENT;
    const theirs = bytes.slice(at, at + length);
    at += length;
    const own = new Uint8Array(ours.buffer, ours.byteOffset, ours.byteLength);
    if (Buffer.compare(own, theirs) !== 0) differences.push(describe(name, ours, theirs, ours.length === rows));
  }
  if (at !== bytes.length) differences.push(`${bytes.length - at} bytes more than the columns of a plan`);
  return differences;
}

function describe(name: string, ours: Column, theirs: Uint8Array<ArrayBuffer>, sameLength: boolean): string {
  const View = ours.constructor as new (buffer: ArrayBuffer) => ArrayLike<number>; // a typed array of the column's own kind
  const other = new View(theirs.buffer);
  if (!sameLength) return `${name}: ${ours.length} rows, C has ${other.length}`;
  const rows = Array.from(ours.keys()).filter((row) => !Object.is(ours[row], other[row]));
  const [first = 0] = rows;
  return `${name}: ${rows.length} rows differ, the first is row ${first} with ${ours[first]}, C has ${other[first]}`;
}

function namesOf<Layout extends object>(layout: Layout): (keyof Layout)[] {
  return Object.keys(layout) as (keyof Layout)[]; // keys of a const object
}
