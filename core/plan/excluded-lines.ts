import { toGrains } from '#core/base/quantity.ts';
import { nothingExcluded, type ExcludedHistory, type ExcludedWeek } from '#core/demand/nodes/excluded-history.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';
import type { FrameLookup } from './frame-lookup.ts';

const daysPerWeek = 7;

/**
 * The demand of excluded lines by node and week of the history, in grains (PLN-38). Lines outside of the history, lines that the
 * data no longer has and those of an unknown item-location are left out. By node; O(exclusions), does not throw.
 *
 * @example resolveExclusions(frame, lookup, []) === nothingExcluded
 */
export function resolveExclusions(frame: Frame, lookup: FrameLookup, exclusions: readonly HistoryExclusion[]): ExcludedHistory {
  if (exclusions.length === 0) return nothingExcluded;
  const { historyFirstDay, historyWeeks } = frame.meta;
  const weeksOf = new Map<number, Map<number, number>>();
  for (const { itemId, siteId, day, qty, lines } of exclusions) {
    const node = lookup.nodeOf(itemId, siteId);
    const week = Math.floor((day - historyFirstDay) / daysPerWeek);
    if (lines === 0 || node === notSet || week < 0 || week >= historyWeeks) continue;
    const grains = lines * toGrains(qty, frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
    const weeks = weeksOf.get(node) ?? new Map<number, number>();
    weeksOf.set(node, weeks.set(week, (weeks.get(week) ?? 0) + grains));
  }
  return new Map(
    [...weeksOf]
      .sort(([a], [b]) => a - b)
      .map(([node, weeks]) => [node, [...weeks].sort(([a], [b]) => a - b).map(([week, grains]) => ({ week, grains }))]),
  );
}

/** The nodes of which other demand is excluded than before. O(exclusions), does not throw. */
export function changedExclusions(before: ExcludedHistory, after: ExcludedHistory): readonly number[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((node) => {
    const old = before.get(node) ?? [];
    const next = after.get(node) ?? [];
    return old.length !== next.length || old.some((each, at) => !isSame(each, next[at]));
  });
}

function isSame(one: ExcludedWeek, other: ExcludedWeek | undefined): boolean {
  return one.week === other?.week && one.grains === other.grains;
}
