import { forecastSeries } from '#core/demand/forecast/forecast-series.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { createCalibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { ForecastViews } from './forecast-columns.ts';
import { taskOfNode } from './node-task.ts';
import { keptWeights } from './pooled-columns.ts';

/** The forecast of one node with its candidates, computed again as it was made. In smallest steps of the item; does not throw. */
export function explainForecast(frame: Frame, views: ForecastViews, node: number): SeriesForecast {
  return forecastSeries(taskOfNode(frame, node), keptWeights(views), createCalibration());
}
