import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '#core/base/app-error.ts';
import { createLevelEvidence, learnFrom, levelWeights } from '#core/demand/forecast/learn-weights.ts';
import { forecastSeries } from '#core/demand/forecast/forecast-series.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import type { SeriesTask } from '#core/demand/forecast/series-task.ts';
import { studySeries } from '#core/demand/forecast/study-series.ts';
import { createCalibration, type Calibration } from '#core/demand/uncertainty/calibration.ts';

/** How a long forecast is stopped, and who hears how far it is. */
export interface ForecastPace {
  readonly signal: AbortSignal;
  /** Called a few times a second with the share of the work that is done, 0 to 1. */
  onProgress(share: number): void;
}

/** The series to forecast; each is made when it is needed, so that only one copy lies in memory. */
export interface TaskList {
  readonly count: number;
  taskOf(index: number): SeriesTask;
}

/** What was kept of each forecast, in the order of the tasks, and the calibration all of them gave. */
export interface FinishedRun<Kept> {
  readonly kept: readonly Kept[];
  readonly calibration: Calibration;
}

/** The thread is given up this often, so that Ctrl+C is heard. */
const breathMs = 200;
/** The part of the time that learning takes. */
const learningShare = 0.2;

/**
 * `forecastAll` for the command line: the same forecasts bit for bit, but it reports, can be stopped, and keeps of each
 * forecast only what `keep` returns. Errors: `cancelled`.
 *
 * @example (await runForecast({ count: 1, taskOf: () => task }, (forecast) => forecast.model, pace)).kept
 */
export async function runForecast<Kept>(
  { count, taskOf }: TaskList,
  keep: (forecast: SeriesForecast, index: number) => Kept,
  { signal, onProgress }: ForecastPace,
): Promise<FinishedRun<Kept>> {
  let next = performance.now() + breathMs;
  async function breathe(share: number): Promise<void> {
    if (performance.now() < next) return;
    await setImmediate();
    if (signal.aborted) throw new AppError('cancelled', 'The forecast was cancelled; nothing was written.');
    onProgress(share);
    next = performance.now() + breathMs;
  }

  const evidence = createLevelEvidence();
  for (let index = 0; index < count; index += 1) {
    learnFrom(studySeries(taskOf(index)), evidence);
    await breathe((index / count) * learningShare);
  }
  const weights = levelWeights(evidence);
  const calibration = createCalibration();
  const kept: Kept[] = [];
  for (let index = 0; index < count; index += 1) {
    kept.push(keep(forecastSeries(taskOf(index), weights, calibration), index));
    await breathe(learningShare + (index / count) * (1 - learningShare));
  }
  return { kept, calibration };
}

/** The pace of the second or first half of a forecast of two runs. */
export function halfOf(pace: ForecastPace, half: 0 | 1): ForecastPace {
  return { signal: pace.signal, onProgress: (share) => pace.onProgress((half + share) / 2) };
}
