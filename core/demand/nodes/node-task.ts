import { grainsPerStep } from '#core/base/quantity.ts';
import type { SeriesTask } from '#core/demand/forecast/series-task.ts';
import { joinSuperseded } from '#core/demand/lifecycle/join-superseded.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { forecastWeeks } from './forecast-columns.ts';

/** Weeks per year. */
const season = 52;

/** Weekly histories of a range of whole networks, in grains; items that have taken over hold the demand of those they replaced. */
export interface NodeHistories {
  readonly firstNode: number;
  readonly rows: Float32Array;
}

/** The histories of nodes [firstNode, endNode), which are whole networks. Does not throw. */
export function historiesOf(frame: Frame, firstNode: number, endNode: number): NodeHistories {
  return { firstNode, rows: joinSuperseded(frame, firstNode, endNode) };
}

/** The histories of the network of one node. */
export function historiesAround(frame: Frame, node: number): NodeHistories {
  const network = networkOf(frame, node);
  return historiesOf(frame, frame.networkStart[network] ?? 0, frame.networkStart[network + 1] ?? 0);
}

/**
 * What is asked of the forecast of a node (rule DEM-9): its weekly history in smallest steps of the item, a season of a year, and
 * the lead time and review of its first lane, in whole weeks, at least one, as the total to judge. Does not throw.
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
  return { values, season, horizon: forecastWeeks(frame), protection: protectionWeeks(frame, node) };
}

/** Lead time and review of the first lane of a node in whole weeks, at least one. */
export function protectionWeeks(frame: Frame, node: number): number {
  const lane = frame.laneStart[node] ?? 0;
  if (lane === frame.laneStart[node + 1]) return 1;
  return Math.max(1, Math.ceil(((frame.laneLeadTimeDays[lane] ?? 0) + (frame.laneReviewDays[lane] ?? 0)) / 7));
}
