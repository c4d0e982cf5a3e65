import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { Grouping } from './grouping.ts';
import type { HierarchyLevel } from './hierarchy-level.ts';

/**
 * Groups the nodes of a frame by one level of the hierarchy (rule DEM-100). Every node is in one group of each level, so that each level adds up to
 * the same whole. Items, families, sites and companies keep their numbers, regions are numbered by name; what has none is the last group.
 * O(nodes), does not throw.
 *
 * @example groupNodes(frame, 'site') is { name: 'site', groupOf: [0, 0], groups: 1 }
 */
export function groupNodes(frame: Frame, level: HierarchyLevel): Grouping {
  const itemOf = (node: number): number => frame.nodeItem[node] ?? 0;
  const siteOf = (node: number): number => frame.nodeSite[node] ?? 0;
  function grouping(named: number, groupOf: (node: number) => number): Grouping {
    const { nodes } = frame.meta;
    const numbers = new Int32Array(nodes);
    for (let node = 0; node < nodes; node += 1) {
      const group = groupOf(node);
      numbers[node] = group === notSet ? named : group;
    }
    return { name: level, groupOf: numbers, groups: named + 1 };
  }
  switch (level) {
    case 'item':
      return { ...grouping(frame.itemDecimals.length, itemOf), groups: frame.itemDecimals.length };
    case 'family':
      return grouping(frame.familyEnds.length, (node) => frame.itemFamily[itemOf(node)] ?? notSet);
    case 'site':
      return { ...grouping(frame.siteKind.length, siteOf), groups: frame.siteKind.length };
    case 'region': {
      const { named, regionOf } = regionsOf(frame);
      return grouping(named, (node) => regionOf[siteOf(node)] ?? notSet);
    }
    case 'company':
      return grouping(frame.companyIdEnds.length, (node) => frame.siteCompany[siteOf(node)] ?? notSet);
    case 'total':
      return { ...grouping(1, () => 0), groups: 1 };
  }
}

/** The region of every site as its place among their names, or notSet. */
function regionsOf(frame: Frame): { readonly named: number; readonly regionOf: readonly number[] } {
  const texts = { bytes: frame.siteRegionBytes, ends: frame.siteRegionEnds };
  const names = Array.from(frame.siteKind, (_, site) => textAt(texts, site));
  const regions = [...new Set(names.filter((name) => name !== ''))].sort((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(regions.map((region, index) => [region, index]));
  return { named: regions.length, regionOf: names.map((name) => numbers.get(name) ?? notSet) };
}
