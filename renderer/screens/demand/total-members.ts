import type { Grouping } from '#core/demand/hierarchy/grouping.ts';
import { filterRows, type RowTest } from '#renderer/grid/filter-rows.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';

/** The item-locations of a total and what they are counted in (DEM-110). */
export interface TotalMembers {
  readonly nodes: Uint32Array;
  /** The currency of a total in money; null of one in the unit of its items. */
  readonly currency: string | null;
  /** All have one unit, so that they can be counted in it. */
  readonly hasOneUnit: boolean;
  /** Item-locations that would belong to it but for their currency. */
  readonly leftOut: readonly { readonly currency: string; readonly count: number }[];
}

interface AskedTotal {
  readonly grouping: Grouping;
  readonly group: number;
  /** Counted in money although all have one unit. */
  readonly isValue: boolean;
  /** The currency to count in where units differ, or money is asked for. */
  readonly currency: string;
  readonly tests: readonly RowTest[];
}

/**
 * The members of a group that pass the desk's filters: all of them in their unit where they have one, else those of one currency, since neither pieces and metres
 * nor euros and francs are added up. O(nodes), does not throw.
 */
export function totalMembers({ frame, texts }: Pick<Planned, 'frame' | 'texts'>, asked: AskedTotal): TotalMembers {
  const { groupOf } = asked.grouping;
  const all = new Uint32Array(groupOf.length);
  let count = 0;
  for (let node = 0; node < groupOf.length; node += 1) if (groupOf[node] === asked.group) all[count++] = node;
  const found = filterRows(all.subarray(0, count), asked.tests);
  const uomOf = (node: number): number | undefined => frame.itemUom[frame.nodeItem[node] ?? 0];
  const uom = uomOf(found[0] ?? 0);
  const hasOneUnit = found.every((node) => uomOf(node) === uom);
  if (hasOneUnit && !asked.isValue) return { nodes: found, currency: null, hasOneUnit, leftOut: [] };
  const currencies = Array.from(frame.siteIdEnds, (_, site) => texts.currency(site));
  const currencyOf = (node: number): string => currencies[frame.nodeSite[node] ?? 0] ?? '';
  const others = new Map<string, number>();
  for (const node of found) {
    const currency = currencyOf(node);
    if (currency !== asked.currency) others.set(currency, (others.get(currency) ?? 0) + 1);
  }
  return {
    nodes: others.size === 0 ? found : filterRows(found, [(node) => currencyOf(node) === asked.currency]),
    currency: asked.currency,
    hasOneUnit,
    leftOut: [...others].map(([currency, each]) => ({ currency, count: each })).sort((a, b) => b.count - a.count),
  };
}
