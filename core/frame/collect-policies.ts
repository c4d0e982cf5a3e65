import { comparePolicies } from './compare-policies.ts';
import { policyChain, setFields, type PolicyRow } from './policy-chain.ts';
import type { SelectorIndex } from './selectors.ts';
import { packTexts, type TextColumn } from './text-columns.ts';

/** The rows that decide on nodes, and for each node which, the most specific first. */
export interface CollectedPolicies {
  readonly rows: readonly PolicyRow[];
  /** Node i has the entries [start[i], start[i + 1]) of `entries`, which are positions in `rows`. */
  readonly start: Uint32Array;
  readonly entries: Uint32Array;
  /** Which fields each row has a value for. */
  readonly fields: Uint32Array;
  readonly itemTexts: TextColumn;
  readonly siteTexts: TextColumn;
}

/**
 * Finds the rows of every node (FRM-8, FRM-19). Rows are numbered by their cells, so that the order in which they came cannot be
 * seen (FRM-5); rows that decide on nothing are left out. Does not throw.
 */
export function collectPolicies(
  policies: SelectorIndex<PolicyRow>,
  nodes: number,
  placeOf: (node: number) => { readonly item: number; readonly site: number },
): CollectedPolicies {
  const start = new Uint32Array(nodes + 1);
  const deciding: PolicyRow[] = [];
  for (let node = 0; node < nodes; node += 1) {
    const { item, site } = placeOf(node);
    deciding.push(...policyChain(policies, item, site));
    start[node + 1] = deciding.length;
  }
  const rows = [...new Set(deciding)].sort(comparePolicies);
  const numbers = new Map(rows.map((row, number) => [row, number]));
  return {
    rows,
    start,
    entries: Uint32Array.from(deciding, (row) => numbers.get(row) ?? 0),
    fields: Uint32Array.from(rows, setFields),
    itemTexts: packTexts(rows.map((row) => row.item_id)),
    siteTexts: packTexts(rows.map((row) => row.site_id)),
  };
}
