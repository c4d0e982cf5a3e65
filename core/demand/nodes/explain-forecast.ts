import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { createCalibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ExcludedHistory } from './excluded-history.ts';
import type { ForecastViews } from './forecast-columns.ts';
import { forecastNode, keptLessons } from './forecast-node.ts';
import { historiesAround, taskOfNode } from './node-task.ts';

/**
 * The forecast of one node with its candidates, computed again as it was made, without what is excluded. In smallest steps of the
 * item; does not throw.
 *
 * @example explainForecast(frame, forecast, 0).mean[0] ≈ 70
 */
export function explainForecast(frame: Frame, views: ForecastViews, node: number, excluded?: ExcludedHistory): SeriesForecast {
  const task = taskOfNode(frame, node, historiesAround(frame, node, excluded));
  return forecastNode(frame, node, task, keptLessons(frame, views), createCalibration());
}
