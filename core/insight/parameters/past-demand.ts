import { grainsPerUnit } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** Weekly demand of a stretch of history, in stock units. */
export interface PastDemand {
  /** Weeks of which the demand is known. */
  readonly weeks: number;
  readonly sum: number;
  readonly mean: number;
  /** Sample variance; 0 with less than two weeks. */
  readonly variance: number;
}

/**
 * The demand of a node in the weeks [firstWeek, endWeek) of its history; weeks whose demand is unknown are left out. O(weeks),
 * does not throw.
 * Source: definition of mean and sample variance.
 *
 * @example pastDemand({ meta: { historyWeeks: 3 }, historyQty: [4000, 6000, 5000], nodeItem: [0], itemDecimals: [0] }, 0, 0, 3)
 *   is { weeks: 3, sum: 15, mean: 5, variance: 1 }
 */
export function pastDemand(frame: Frame, node: number, firstWeek: number, endWeek: number): PastDemand {
  const { historyWeeks } = frame.meta;
  const scale = grainsPerUnit(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
  const first = node * historyWeeks + Math.max(0, firstWeek);
  const end = node * historyWeeks + Math.min(historyWeeks, endWeek);
  let weeks = 0;
  let sum = 0;
  let squares = 0;
  for (let at = first; at < end; at += 1) {
    const grains = frame.historyQty[at] ?? NaN;
    if (Number.isNaN(grains)) continue;
    weeks += 1;
    sum += grains;
    squares += grains * grains;
  }
  const mean = weeks > 0 ? sum / weeks : 0;
  const variance = weeks > 1 ? Math.max(0, (squares - sum * mean) / (weeks - 1)) : 0;
  return { weeks, sum: sum / scale, mean: mean / scale, variance: variance / scale / scale };
}

/**
 * The weeks since the first with demand, but not more than `most`; those before an item was sold say nothing of it. O(weeks),
 * does not throw.
 *
 * @example soldWeeks({ meta: { historyWeeks: 4 }, historyQty: [0, 0, 3, 0] }, 0, 52) === 2
 */
export function soldWeeks(frame: Frame, node: number, most: number): number {
  const { historyWeeks } = frame.meta;
  const first = Math.max(0, historyWeeks - most);
  for (let week = first; week < historyWeeks; week += 1) {
    if ((frame.historyQty[node * historyWeeks + week] ?? 0) > 0) return historyWeeks - week;
  }
  return 0;
}
