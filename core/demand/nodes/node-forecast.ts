import { grainsPerStep, grainsPerUnit } from '#core/base/quantity.ts';
import { withoutPredecessor } from '#core/demand/lifecycle/without-predecessor.ts';
import type { Calibration } from '#core/demand/uncertainty/calibration.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { forecastModels, forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { forecastNode, toGrainsPerWeek, type KeptLessons } from './forecast-node.ts';
import { taskOfNode, type NodeHistories } from './node-task.ts';

/** What the columns of a forecast hold of one node, in grains. */
export interface NodeForecast {
  /** Expected demand of each week of the horizon, whole. */
  readonly weekly: Float64Array;
  readonly level: number;
  readonly isShaped: boolean;
  readonly sd: number;
  /** Positions in `demandClasses` and `forecastModels`. */
  readonly demandClass: number;
  readonly model: number;
}

/** What forecasting a node needs beside the frame. */
export interface NodeForecastParts {
  readonly histories: NodeHistories;
  readonly lessons: KeptLessons;
  /** Takes up where past outcomes fell. */
  readonly calibration: Calibration;
  /** The item that the node has taken over from, with its forecast in grains of its own. */
  readonly replaced: { readonly node: number; readonly weekly: Float64Array } | undefined;
}

/**
 * The forecast of a node as the columns hold it. An item that has taken over is forecast from the joined history, less what the one
 * it replaced is still expected to sell (rule DEM-94). Does not throw.
 *
 * @example forecastOfNode(frame, 0, { histories: historiesOf(frame, 0, 1), lessons: keptLessons(frame, forecast),
 *   calibration: createCalibration() }).level === 70000
 */
export function forecastOfNode(frame: Frame, node: number, parts: NodeForecastParts): NodeForecast {
  const { histories, lessons, calibration, replaced } = parts;
  const task = taskOfNode(frame, node, histories);
  const { mean, demandClass, model, total } = forecastNode(frame, node, task, lessons, calibration);
  const joined = toGrainsPerWeek(mean);
  const own = replaced ? withoutPredecessor(joined, inUnitsOf(frame, node, replaced.node, replaced.weekly)) : joined;
  const weekly = own.subarray(0, forecastWeeks(frame));
  const isShaped = weekly.some((week) => week !== weekly[0]);
  const sum = weekly.reduce((whole, week) => whole + week, 0);
  return {
    weekly,
    level: isShaped ? Math.round(sum / weekly.length) : (weekly[0] ?? 0),
    isShaped,
    sd: Math.sqrt(total.variance / task.protection) * grainsPerStep,
    demandClass,
    model: Math.max(0, forecastModels.indexOf(model)),
  };
}

/**
 * Writes the forecast of a node into the columns, but for its safety factors. Does not throw.
 *
 * @example const { views } = allocateForecast(frame);
 *   writeNodeForecast(views, 1, { weekly: new Float64Array(13), level: 5, isShaped: false, sd: 2, demandClass: 3, model: 0 });
 *   views.forecastLevel is [0, 5]
 */
export function writeNodeForecast(out: ForecastViews, node: number, forecast: NodeForecast): void {
  const { weekly, level, isShaped, sd, demandClass, model } = forecast;
  out.forecastWeekly.set(weekly, node * weekly.length);
  out.forecastLevel[node] = level;
  out.forecastShaped[node] = isShaped ? 1 : 0;
  out.forecastSd[node] = sd;
  out.forecastClass[node] = demandClass;
  out.forecastModel[node] = model;
}

/**
 * The nodes of [firstNode, endNode), whole networks, whose item has taken over by the plan day, each with the node it took over
 * from: of several the last. Does not throw.
 *
 * @example replacedNodes({ meta: { planDay: 9 }, nodeSuccessor: [1, -1], nodeSuccessorFrom: [5, -1] }, 0, 2).get(1) === 0
 */
export function replacedNodes(
  frame: Pick<Frame, 'nodeSuccessor' | 'nodeSuccessorFrom'> & { readonly meta: Pick<Frame['meta'], 'planDay'> },
  firstNode: number,
  endNode: number,
): ReadonlyMap<number, number> {
  const replaced = new Map<number, number>();
  for (let node = firstNode; node < endNode; node += 1) {
    const successor = frame.nodeSuccessor[node] ?? notSet;
    if (successor === notSet || (frame.nodeSuccessorFrom[node] ?? notSet) > frame.meta.planDay) continue;
    replaced.set(successor, node);
  }
  return replaced;
}

/** The weeks of another item in grains of the item of `node`. */
function inUnitsOf(frame: Frame, node: number, other: number, weekly: Float64Array): Float64Array {
  const perUnit = (at: number): number => grainsPerUnit(frame.itemDecimals[frame.nodeItem[at] ?? 0] ?? 0);
  const factor = perUnit(node) / perUnit(other);
  return weekly.map((grains) => Math.round(grains * factor));
}
