import { createCalibration, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { keptLessons } from './forecast-node.ts';
import { forecastOfNode, replacedNodes, writeNodeForecast } from './node-forecast.ts';
import { historiesOf } from './node-task.ts';

/**
 * Forecasts nodes [firstNode, endNode), whole networks, into `out`, with what was learnt and is kept there, and returns where past
 * outcomes fell in their distributions. Does not throw.
 *
 * @example const { views } = allocateForecast(frame);
 *   keepLessons(learnNodes(frame, 0, 2, views), views);
 *   forecastNodes(frame, 0, 2, views);
 *   views.forecastLevel[0] === 70000
 */
export function forecastNodes(frame: Frame, firstNode: number, endNode: number, out: ForecastViews): Calibration {
  const lessons = keptLessons(frame, out);
  const calibration = createCalibration();
  const histories = historiesOf(frame, firstNode, endNode);
  const weeks = forecastWeeks(frame);
  const replaces = replacedNodes(frame, firstNode, endNode);
  for (let node = firstNode; node < endNode; node += 1) {
    const other = replaces.get(node);
    const replaced =
      other === undefined ? undefined : { node: other, weekly: out.forecastWeekly.subarray(other * weeks, (other + 1) * weeks) };
    writeNodeForecast(out, node, forecastOfNode(frame, node, { histories, lessons, calibration, replaced }));
  }
  return calibration;
}
