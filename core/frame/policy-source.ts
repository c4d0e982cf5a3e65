import type { Frame } from './frame-layout.ts';
import { deciderOf, type PolicyField } from './policy-chain.ts';
import { textAt } from './text-columns.ts';

/** Where a policy value of a node comes from: a row of `policies`, with what it holds for. */
export interface PolicySource {
  /** Position among the rows that decide on any node. */
  readonly row: number;
  /** The selectors as they stand in the package; a row is found again by both. */
  readonly itemSelector: string;
  readonly siteSelector: string;
  readonly itemLevel: 'item' | 'family' | 'class' | 'all';
  readonly siteLevel: 'site' | 'region' | 'company' | 'all';
  /** The item, family or class, and the site, region or company; empty where the row is for all. */
  readonly itemName: string;
  readonly siteName: string;
}

/**
 * The row that a policy field of a node comes from (FRM-20); undefined where no row says it, so that the value is what holds
 * without one. What a scenario changes lies on top and is not known here. Does not throw.
 *
 * @example a target from the row `class:A, region:North` has itemLevel 'class', itemName 'A', siteLevel 'region', siteName 'North'
 */
export function policySource(frame: Frame, node: number, field: PolicyField): PolicySource | undefined {
  const first = frame.policyStart[node] ?? 0;
  const length = (frame.policyStart[node + 1] ?? 0) - first;
  const rowOf = (entry: number): number => frame.policyRow[first + entry] ?? 0;
  const entry = deciderOf(field, length, (at) => frame.policyRowFields[rowOf(at)] ?? 0);
  return entry < 0 ? undefined : describeRow(frame, node, rowOf(entry));
}

/** The rows that decide on a node, the most specific first; each but the last leaves to the next what it does not say. */
export function policySources(frame: Frame, node: number): readonly PolicySource[] {
  const rows = frame.policyRow.subarray(frame.policyStart[node], frame.policyStart[node + 1]);
  return Array.from(rows, (row) => describeRow(frame, node, row));
}

function describeRow(frame: Frame, node: number, row: number): PolicySource {
  const ownItem = textAt({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds }, frame.nodeItem[node] ?? 0);
  const ownSite = textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, frame.nodeSite[node] ?? 0);
  const itemSelector = textAt({ bytes: frame.policyRowItemBytes, ends: frame.policyRowItemEnds }, row);
  const siteSelector = textAt({ bytes: frame.policyRowSiteBytes, ends: frame.policyRowSiteEnds }, row);
  const [itemLevel, itemName] = itemSelector === ownItem ? (['item', ownItem] as const) : groupOf(itemSelector, itemGroups);
  const [siteLevel, siteName] = siteSelector === ownSite ? (['site', ownSite] as const) : groupOf(siteSelector, siteGroups);
  return { row, itemSelector, siteSelector, itemLevel, siteLevel, itemName, siteName };
}

const itemGroups = ['family', 'class'] as const;
const siteGroups = ['region', 'company'] as const;

function groupOf<Group extends string>(selector: string, groups: readonly Group[]): readonly [Group | 'all', string] {
  const group = groups.find((name) => selector.startsWith(`${name}:`));
  return group === undefined ? ['all', ''] : [group, selector.slice(group.length + 1)];
}
