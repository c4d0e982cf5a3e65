import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { Grouping } from './grouping.ts';

/** The ways in which the nodes of a frame are brought together. */
export interface FrameGroupings {
  readonly item: Grouping;
  /** Families as the frame numbers them; items without one are the last group. */
  readonly family: Grouping;
  readonly site: Grouping;
  /** Regions by name, sites without one last. */
  readonly region: Grouping;
  readonly regions: readonly string[];
  readonly total: Grouping;
}

/**
 * Groups the nodes of a frame by item, family, site, region and all together (rule DEM-100). Every node is in one group of each, so that
 * each adds up to the same whole. O(nodes), does not throw.
 *
 * @example sites in regions South, North and none → regions ['North', 'South'] and three groups
 */
export function frameGroupings(frame: Frame): FrameGroupings {
  const regionTexts = { bytes: frame.siteRegionBytes, ends: frame.siteRegionEnds };
  const regionOfSite = Array.from({ length: frame.siteKind.length }, (_, site) => textAt(regionTexts, site));
  const regions = [...new Set(regionOfSite.filter((region) => region !== ''))].sort((a, b) => (a < b ? -1 : 1));
  const regionIndex = new Map(regions.map((region, index) => [region, index]));
  const families = frame.familyEnds.length;
  const familyOf = (node: number): number => frame.itemFamily[frame.nodeItem[node] ?? 0] ?? notSet;
  const siteOf = (node: number): number => frame.nodeSite[node] ?? 0;
  const groupingOf = (name: string, groups: number, groupOf: (node: number) => number): Grouping => ({
    name,
    groupOf: Int32Array.from({ length: frame.meta.nodes }, (_, node) => groupOf(node)),
    groups,
  });
  return {
    item: groupingOf('item', frame.itemDecimals.length, (node) => frame.nodeItem[node] ?? 0),
    family: groupingOf('family', families + 1, (node) => (familyOf(node) === notSet ? families : familyOf(node))),
    site: groupingOf('site', frame.siteKind.length, siteOf),
    region: groupingOf(
      'region',
      regions.length + 1,
      (node) => regionIndex.get(regionOfSite[siteOf(node)] ?? '') ?? regions.length,
    ),
    regions,
    total: groupingOf('total', 1, () => 0),
  };
}
