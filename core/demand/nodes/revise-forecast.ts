import { createCalibration } from '#core/demand/uncertainty/calibration.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import type { ExcludedHistory } from './excluded-history.ts';
import { forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { keptLessons } from './forecast-node.ts';
import { forecastOfNode, replacedNodes, type NodeForecast } from './node-forecast.ts';
import { historiesOf, protectionWeeks } from './node-task.ts';
import { keptCalibration } from './pooled-columns.ts';
import { factorProbabilities, safetyFactorsOf } from './set-safety-factors.ts';

/** The forecast of a node that was made anew, with its safety factors. */
export interface RevisedNode extends NodeForecast {
  readonly factors: Float32Array;
}

/** Forecasts made anew, by node, ascending. Plain data: it crosses to workers as it is. */
export type RevisedForecast = ReadonlyMap<number, RevisedNode>;

/** Every node keeps its forecast. */
export const nothingRevised: RevisedForecast = new Map();

/**
 * Forecasts the nodes of which demand is excluded anew (rule DEM-106), and those of items that have taken over from them, under what all
 * nodes have taught: lessons and calibration stay as they are, so that one word never moves the forecast of another item. Some
 * milliseconds per node; does not throw.
 *
 * @example reviseForecast({}, {}, new Map()).size === 0
 */
export function reviseForecast(frame: Frame, views: ForecastViews, excluded: ExcludedHistory): RevisedForecast {
  if (excluded.size === 0) return nothingRevised;
  const lessons = keptLessons(frame, views);
  const asked = factorProbabilities(keptCalibration(views));
  const weeks = forecastWeeks(frame);
  const weeklyOf = (node: number): Float64Array => views.forecastWeekly.subarray(node * weeks, (node + 1) * weeks);
  const revised = new Map<number, RevisedNode>();
  const networks = new Set([...excluded.keys()].map((node) => networkOf(frame, node)));
  for (const network of [...networks].sort((a, b) => a - b)) {
    const firstNode = frame.networkStart[network] ?? 0;
    const endNode = frame.networkStart[network + 1] ?? 0;
    const histories = historiesOf(frame, firstNode, endNode, excluded);
    const replaces = replacedNodes(frame, firstNode, endNode);
    const reached = new Set<number>();
    // A successor lies behind the item it replaces (FRM-18), so that chains are followed to their ends.
    for (let node = firstNode; node < endNode; node += 1) {
      if (!excluded.has(node) && !reached.has(node)) continue;
      const other = replaces.get(node);
      const replaced = other === undefined ? undefined : { node: other, weekly: revised.get(other)?.weekly ?? weeklyOf(other) };
      const forecast = forecastOfNode(frame, node, { histories, lessons, calibration: createCalibration(), replaced });
      revised.set(node, { ...forecast, factors: safetyFactorsOf(forecast, protectionWeeks(frame, node), asked) });
      const successor = frame.nodeSuccessor[node] ?? notSet;
      if (successor !== notSet && (frame.nodeSuccessorFrom[node] ?? notSet) <= frame.meta.planDay) reached.add(successor);
    }
  }
  return revised;
}
