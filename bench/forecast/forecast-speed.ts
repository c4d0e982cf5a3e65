import { performance } from 'node:perf_hooks';
import { forecastAll } from '#core/demand/forecast/forecast-all.ts';
import type { SeriesTask } from '#core/demand/forecast/series-task.ts';
import type { OpenSet } from './open-sets.ts';

/** Milliseconds per series of forecasting a set from learning to the last forecast, the least of `repetitions`, on one thread. */
export function msPerSeries({ series, season }: OpenSet, repetitions: number): number {
  const tasks = series.map(({ known, future }) => ({ values: known, season, horizon: future.length, protection: future.length }));
  let least = Infinity;
  for (let repetition = 0; repetition < repetitions; repetition += 1) least = Math.min(least, secondsOf(tasks));
  return (least * 1000) / series.length;
}

/** Weeks of history of the large forecast. */
export const longHistory = 104;

/** Series repeated to `count`, each as long as the large forecast asks: what is missing at the front is the same part of a year before. */
export function repeatedTasks(series: readonly Float64Array[], count: number): readonly SeriesTask[] {
  const long = series.map((values) => {
    const missing = Math.max(0, longHistory - values.length);
    const history = new Float64Array(longHistory);
    history.set(values.subarray(Math.max(0, 52 - missing), Math.min(52, values.length)).subarray(0, missing));
    history.set(values.subarray(Math.max(0, values.length - longHistory)), missing);
    return history;
  });
  return Array.from({ length: count }, (_, index) => ({
    values: long[index % long.length] ?? new Float64Array(),
    season: 52,
    horizon: 26,
    protection: 4,
  }));
}

export function secondsOf(tasks: readonly SeriesTask[]): number {
  const started = performance.now();
  forecastAll(tasks);
  return (performance.now() - started) / 1000;
}
