import { grainsPerUnit, grainsPerStep } from '#core/base/quantity.ts';
import { withoutPredecessor } from '#core/demand/lifecycle/without-predecessor.ts';
import { createCalibration, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { forecastModels, forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { forecastNode, keptLessons, toGrainsPerWeek } from './forecast-node.ts';
import { historiesOf, taskOfNode } from './node-task.ts';

/**
 * Forecasts nodes [firstNode, endNode), whole networks, into `out`, with what was learnt and is kept there, and returns where past
 * outcomes fell in their distributions. An item that has taken over is forecast from the joined history, less what the one it
 * replaced is still expected to sell (rule DEM-94). Does not throw.
 */
export function forecastNodes(frame: Frame, firstNode: number, endNode: number, out: ForecastViews): Calibration {
  const lessons = keptLessons(frame, out);
  const calibration = createCalibration();
  const histories = historiesOf(frame, firstNode, endNode);
  const weeks = forecastWeeks(frame);
  const rowOf = (node: number): Float64Array => out.forecastWeekly.subarray(node * weeks, (node + 1) * weeks);
  const replacedBy = new Map<number, number>();
  for (let node = firstNode; node < endNode; node += 1) {
    const successor = frame.nodeSuccessor[node] ?? notSet;
    if (successor !== notSet && (frame.nodeSuccessorFrom[node] ?? notSet) <= frame.meta.planDay) replacedBy.set(successor, node);
    const task = taskOfNode(frame, node, histories);
    const { mean, demandClass, model, total } = forecastNode(frame, node, task, lessons, calibration);
    const joined = toGrainsPerWeek(mean);
    const replaced = replacedBy.get(node);
    writeWeeks(
      out,
      node,
      rowOf(node),
      replaced === undefined ? joined : withoutPredecessor(joined, inUnitsOf(frame, node, replaced, rowOf(replaced))),
    );
    out.forecastSd[node] = Math.sqrt(total.variance / task.protection) * grainsPerStep;
    out.forecastClass[node] = demandClass;
    out.forecastModel[node] = Math.max(0, forecastModels.indexOf(model));
  }
  return calibration;
}

function writeWeeks(out: ForecastViews, node: number, weekly: Float64Array, grains: Float64Array): void {
  weekly.set(grains.subarray(0, weekly.length));
  const isShaped = weekly.some((week) => week !== weekly[0]);
  const sum = weekly.reduce((total, week) => total + week, 0);
  out.forecastShaped[node] = isShaped ? 1 : 0;
  out.forecastLevel[node] = isShaped ? Math.round(sum / weekly.length) : (weekly[0] ?? 0);
}

/** The weeks of another item in grains of the item of `node`. */
function inUnitsOf(frame: Frame, node: number, other: number, weekly: Float64Array): Float64Array {
  const perUnit = (at: number): number => grainsPerUnit(frame.itemDecimals[frame.nodeItem[at] ?? 0] ?? 0);
  const factor = perUnit(node) / perUnit(other);
  return weekly.map((grains) => Math.round(grains * factor));
}
