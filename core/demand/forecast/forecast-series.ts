import type { Calibration } from '#core/demand/uncertainty/calibration.ts';
import { forecastLevel } from './forecast-level.ts';
import { forecastShape } from './forecast-shape.ts';
import type { LevelWeights } from './learn-weights.ts';
import type { SeriesForecast } from './series-forecast.ts';
import type { SeriesTask } from './series-task.ts';
import { studySeries } from './study-series.ts';

const noWeights = new Float64Array();

/**
 * Forecasts one series with the weights that its class has learnt, and counts its past outcomes into `calibration`.
 * Without demand the forecast is 0. Does not throw.
 * Source: DEM-60 to DEM-74.
 *
 * @example const task = { values: new Float64Array(20).fill(7), season: 1, horizon: 2, protection: 3 };
 *   forecastSeries(task, levelWeights(createLevelEvidence()), createCalibration()).mean ≈ [7, 7]
 */
export function forecastSeries(task: SeriesTask, weights: LevelWeights, calibration: Calibration): SeriesForecast {
  const study = studySeries(task);
  const { horizon, protection } = task;
  if (study.values.length === 0) {
    const total = { mean: 0, variance: 0, whole: true };
    return { mean: new Float64Array(horizon), demandClass: 0, model: 'none', reason: 'no_demand', candidates: [], total };
  }
  if (study.hasShape) return forecastShape(study, horizon, protection, calibration);
  return forecastLevel(study, weights[study.demandClass] ?? noWeights, horizon, protection, calibration);
}
