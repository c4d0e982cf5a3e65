import { existsSync, readFileSync } from 'node:fs';
import { it } from 'vitest';

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
  const found = cases.filter(({ id }) => id.startsWith(prefix));
  if (found.length === 0) throw new Error(`No published case starts with ${prefix}`);
  return found;
}

/** One test per published case, or one that is skipped by name where the collection is not there. */
export function testPublished<Case>(title: string, cases: readonly Case[], test: (one: Case) => void | Promise<void>): void {
  if (cases.length === 0) it.skip(`${title} without the published cases`, () => undefined);
  else it.each(cases)(title, test);
}

/** How far a result may be off: absolute, or relative to the expected value; exact where a case states neither. */
export function allowance(expected: number, tolerance: Tolerance): number {
  return Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
}
