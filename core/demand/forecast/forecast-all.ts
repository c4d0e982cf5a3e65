import { createCalibration, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import { forecastSeries } from './forecast-series.ts';
import { createLevelEvidence, learnFrom, levelWeights, type LevelWeights } from './learn-weights.ts';
import type { SeriesForecast } from './series-forecast.ts';
import type { SeriesTask } from './series-task.ts';
import { studySeries } from './study-series.ts';

/** The forecasts of many series and what they have learnt from each other. */
export interface ForecastRun {
  readonly forecasts: readonly SeriesForecast[];
  readonly weights: LevelWeights;
  readonly calibration: Calibration;
}

/**
 * Forecasts many series: first every class learns from all of its series how far to trust each level, then each series is
 * forecast. Without order: the result of a series depends on the set alone up to the last bits. Does not throw.
 */
export function forecastAll(tasks: readonly SeriesTask[]): ForecastRun {
  const evidence = createLevelEvidence();
  for (const task of tasks) learnFrom(studySeries(task), evidence);
  const weights = levelWeights(evidence);
  const calibration = createCalibration();
  return { forecasts: tasks.map((task) => forecastSeries(task, weights, calibration)), weights, calibration };
}
