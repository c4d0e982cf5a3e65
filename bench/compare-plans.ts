import { planExceptionLayout, planLayout, planNodeLayout, planOrderLayout, type PlanResult } from '#core/plan/plan-result.ts';

/**
 * Compares a plan column by column with the bytes the C program wrote. Returns what differs, one line per column, empty
 * where every byte is the same.
 */
export function comparePlans(plan: PlanResult, bytes: Uint8Array<ArrayBuffer>, orders: number, exceptions: number): string[] {
  const differences: string[] = [];
  let at = 0;
  for (const name of namesOf(planLayout)) {
    const ours = plan[name];
    const rows =
      name in planNodeLayout
        ? plan.meta.nodes
        : name in planOrderLayout
          ? orders
          : name in planExceptionLayout
            ? exceptions
            : plan.meta.nodes + 1;
    const length = rows * ours.BYTES_PER_ELEMENT;
    const theirs = bytes.slice(at, at + length);
    at += length;
    const own = new Uint8Array(ours.buffer, ours.byteOffset, ours.byteLength);
    if (Buffer.compare(own, theirs) !== 0) differences.push(describe(name, ours, theirs, ours.length === rows));
  }
  if (at !== bytes.length) differences.push(`${bytes.length - at} bytes more than the columns of a plan`);
  return differences;
}

function describe(
  name: string,
  ours: ArrayLike<number> & { readonly constructor: Function },
  theirs: Uint8Array<ArrayBuffer>,
  sameLength: boolean,
): string {
  const View = ours.constructor as new (buffer: ArrayBuffer) => ArrayLike<number>; // a typed array of the column's own kind
  const other = new View(theirs.buffer);
  if (!sameLength) return `${name}: ${ours.length} rows, C has ${other.length}`;
  let count = 0;
  let first = -1;
  for (let row = 0; row < ours.length; row += 1) {
    if (Object.is(ours[row], other[row])) continue;
    count += 1;
    if (first < 0) first = row;
  }
  return `${name}: ${count} rows differ, the first is row ${first} with ${ours[first]}, C has ${other[first]}`;
}

function namesOf<Layout extends object>(layout: Layout): (keyof Layout)[] {
  return Object.keys(layout) as (keyof Layout)[]; // keys of a const object
}
