import { existsSync, readFileSync } from 'node:fs';

/** How far a result may lie from the expected value. */
export interface Tolerance {
  readonly rel?: number;
  readonly abs?: number;
}

/** One published case: what goes in, what comes out, and who says so. */
export interface ReferenceCase<Inputs, Expected> {
  readonly id: string;
  readonly area: string;
  readonly source: string;
  readonly inputs: Inputs;
  readonly expected: Expected;
  readonly tolerance: Tolerance;
}

/** The collection lies beside the repository, since several programs are checked against it. */
const file = new URL('../../../../shared/science/reference.json', import.meta.url);

/**
 * The published cases whose id starts with `prefix`, in the order of the collection. Where the repository stands
 * alone there are none: the functions are then covered by the examples of their own tests.
 */
export function referenceCases<Inputs, Expected>(prefix: string): readonly ReferenceCase<Inputs, Expected>[] {
  if (!existsSync(file)) return [];
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: ReferenceCase<Inputs, Expected>[] }; // a fixture: another shape fails its test
  return cases.filter(({ id }) => id.startsWith(prefix));
}

/** How far a result may be off: absolute, or relative to the expected value; exact where a case states neither. */
export function allowance(expected: number, tolerance: Tolerance): number {
  return Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
}
