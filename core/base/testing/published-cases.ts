import { readFileSync } from 'node:fs';
import { it } from 'vitest';

/** How far a result may lie from the expected value; some cases state bounds of their own instead. */
export interface Tolerance {
  readonly rel?: number;
  readonly abs?: number;
}

/** One published case: what goes in, what comes out, and who says so. */
export interface PublishedCase<Inputs, Expected> {
  readonly id: string;
  readonly area: string;
  readonly source: string;
  readonly inputs: Inputs;
  readonly expected: Expected;
  readonly tolerance: Tolerance;
}

/** Facts and figures of textbooks, papers and reference programs; each case names its source. */
const file = new URL('published-cases.json', import.meta.url);

/**
 * The published cases whose id starts with `prefix`, in the order of the collection.
 * Throws where there is none, so that a mistyped prefix cannot pass as a test without cases.
 */
export function publishedCases<Inputs, Expected>(prefix: string): readonly PublishedCase<Inputs, Expected>[] {
  const cases = JSON.parse(readFileSync(file, 'utf8')) as PublishedCase<Inputs, Expected>[]; // a fixture: another shape fails its test
  const found = cases.filter(({ id }) => id.startsWith(prefix));
  if (found.length === 0) throw new Error(`No published case starts with ${prefix}`);
  return found;
}

/** One test per published case; `$id` and `$source` in the title name it. */
export function testPublished<Case>(title: string, cases: readonly Case[], test: (one: Case) => void | Promise<void>): void {
  it.each(cases)(title, test);
}
