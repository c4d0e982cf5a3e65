import { grainsPerStep } from '#core/base/quantity.ts';
import { judgeProfile } from '#core/demand/hierarchy/judge-profile.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { weeksPerYear, type ForecastViews } from './forecast-columns.ts';

/** The periods judged at each past origin, and about what a lead time is. */
const judgedWeeks = 4;
/** A family shows its season in so many item-locations; more of them say the same more slowly. */
const mostSeries = 2000;

/**
 * Learns the seasonal profiles of families [firstFamily, endFamily) from all their item-locations, `members` as `familyMembers` gives them, into
 * `views`: the indices of a year's weeks where they win on the family's own past (rule DEM-105), else 1 throughout. Does not throw.
 *
 * @example const { views } = allocateForecast(frame);
 *   learnProfiles(frame, familyMembers(frame), 0, 1, views);
 *   views.familySeasonal is [0]
 */
export function learnProfiles(
  frame: Frame,
  members: readonly (readonly number[])[],
  firstFamily: number,
  endFamily: number,
  views: ForecastViews,
): void {
  const { historyWeeks: weeks } = frame.meta;
  for (let family = firstFamily; family < endFamily; family += 1) {
    const nodes = members[family] ?? [];
    const stride = Math.max(1, Math.ceil(nodes.length / mostSeries));
    const series = nodes
      .filter((_, index) => index % stride === 0)
      .map((node) =>
        Float64Array.from(frame.historyQty.subarray(node * weeks, (node + 1) * weeks), (grains) => grains / grainsPerStep),
      );
    const { isAdmitted, profile } = judgeProfile(series, weeksPerYear, judgedWeeks);
    const indices = views.familyProfile.subarray(family * weeksPerYear, (family + 1) * weeksPerYear);
    if (isAdmitted) indices.set(profile.indices);
    else indices.fill(1);
    views.familySeasonal[family] = isAdmitted ? 1 : 0;
  }
}

/**
 * The profile of a node's family, the first index for the first week of the history; undefined where it has none. Does not
 * throw.
 *
 * @example profileOfNode({ itemFamily: [0], nodeItem: [0] }, { familySeasonal: [1],
 *   familyProfile: new Float64Array(52).fill(1) }, 0).length === 52
 */
export function profileOfNode(frame: Frame, views: ForecastViews, node: number): Float64Array | undefined {
  const family = frame.itemFamily[frame.nodeItem[node] ?? 0] ?? -1;
  if (family < 0 || views.familySeasonal[family] !== 1) return undefined;
  return views.familyProfile.subarray(family * weeksPerYear, (family + 1) * weeksPerYear);
}
