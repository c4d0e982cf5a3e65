import { grainsPerStep } from '#core/base/quantity.ts';
import { forecastSeries } from '#core/demand/forecast/forecast-series.ts';
import { createCalibration, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { forecastModels, forecastWeeks, type ForecastViews } from './forecast-columns.ts';
import { taskOfNode } from './node-task.ts';
import { keptWeights } from './pooled-columns.ts';

/**
 * Forecasts nodes [firstNode, endNode) into `out`, with the weights that are kept there, and returns where past outcomes fell in
 * their distributions. Does not throw.
 */
export function forecastNodes(frame: Frame, firstNode: number, endNode: number, out: ForecastViews): Calibration {
  const weights = keptWeights(out);
  const calibration = createCalibration();
  const weeks = forecastWeeks(frame);
  for (let node = firstNode; node < endNode; node += 1) {
    const task = taskOfNode(frame, node);
    const { mean, demandClass, model, total } = forecastSeries(task, weights, calibration);
    const weekly = out.forecastWeekly.subarray(node * weeks, (node + 1) * weeks);
    let sum = 0;
    let isShaped = false;
    for (let week = 0; week < weeks; week += 1) {
      const grains = Math.round((mean[week] ?? 0) * grainsPerStep);
      weekly[week] = grains;
      sum += grains;
      if (grains !== weekly[0]) isShaped = true;
    }
    out.forecastShaped[node] = isShaped ? 1 : 0;
    out.forecastLevel[node] = isShaped ? Math.round(sum / weeks) : (weekly[0] ?? 0);
    out.forecastSd[node] = Math.sqrt(total.variance / task.protection) * grainsPerStep;
    out.forecastClass[node] = demandClass;
    out.forecastModel[node] = Math.max(0, forecastModels.indexOf(model));
  }
  return calibration;
}
