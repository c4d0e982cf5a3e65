import { grainsPerStep } from '#core/base/quantity.ts';
import type { SeriesTask } from '#core/demand/forecast/series-task.ts';
import { joinSuperseded } from '#core/demand/lifecycle/join-superseded.ts';
import { calendarLeadDays } from '#core/frame/calendar-lead-days.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { historyWithout, nothingExcluded, type ExcludedHistory } from './excluded-history.ts';
import { forecastWeeks, weeksPerYear } from './forecast-columns.ts';

/** Weekly histories of a range of whole networks, in grains; items that have taken over hold the demand of those they replaced. */
export interface NodeHistories {
  readonly firstNode: number;
  readonly rows: Float32Array;
}

/**
 * The histories of nodes [firstNode, endNode), which are whole networks, without what is excluded. Does not throw.
 *
 * @example historiesOf(frame, 0, 1).rows.length === 60
 */
export function historiesOf(
  frame: Frame,
  firstNode: number,
  endNode: number,
  excluded: ExcludedHistory = nothingExcluded,
): NodeHistories {
  return { firstNode, rows: joinSuperseded(frame, firstNode, endNode, historyWithout(frame, firstNode, endNode, excluded)) };
}

/**
 * The histories of the network of one node, without what is excluded. Does not throw.
 *
 * @example historiesAround(frame, 1).firstNode === 1
 */
export function historiesAround(frame: Frame, node: number, excluded?: ExcludedHistory): NodeHistories {
  const network = networkOf(frame, node);
  return historiesOf(frame, frame.networkStart[network] ?? 0, frame.networkStart[network + 1] ?? 0, excluded);
}

/**
 * What is asked of the forecast of a node (rule DEM-9): its weekly history in smallest steps of the item, a season of a year, and
 * the lead time and review of its first lane, in whole weeks, at least one, as the total to judge. Does not throw.
 *
 * @example taskOfNode(frame, 0).protection === 3 (14 days of lead time and 7 of review)
 */
export function taskOfNode(
  frame: Frame,
  node: number,
  { firstNode, rows }: NodeHistories = historiesAround(frame, node),
): SeriesTask {
  const weeks = frame.meta.historyWeeks;
  const start = (node - firstNode) * weeks;
  const values = new Float64Array(weeks);
  for (let week = 0; week < weeks; week += 1) values[week] = (rows[start + week] ?? 0) / grainsPerStep;
  return { values, season: weeksPerYear, horizon: forecastWeeks(frame), protection: protectionWeeks(frame, node) };
}

/**
 * A task without the season of its family: each week over its index, and nothing seasonal left to look for. The series stays one of whole
 * units where it was. Does not throw.
 *
 * @example withoutSeason({ values: Float64Array.of(5, 30), season: 2 }, Float64Array.of(0.5, 1.5)) is { values: [10, 20],
 *   season: 1, whole: true }
 */
export function withoutSeason(task: SeriesTask, profile: Float64Array): SeriesTask {
  const whole = task.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return { ...task, season: 1, whole, values: task.values.map((value, week) => value / (profile[week % profile.length] ?? 1)) };
}

/**
 * Lead time and review of the first lane of a node in whole weeks, at least one. Does not throw.
 *
 * @example protectionWeeks({ laneStart: [0, 1], laneLeadTimeDays: [10], laneWorkingDays: [0], laneReviewDays: [7] }, 0) === 3
 */
export function protectionWeeks(frame: Frame, node: number): number {
  const lane = frame.laneStart[node] ?? 0;
  if (lane === frame.laneStart[node + 1]) return 1;
  return Math.max(1, Math.ceil((calendarLeadDays(frame, node, lane) + (frame.laneReviewDays[lane] ?? 0)) / 7));
}
