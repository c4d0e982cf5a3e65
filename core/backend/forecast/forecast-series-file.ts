import { performance } from 'node:perf_hooks';
import { csvLine } from '#core/backend/plan/plan-tables.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { candidateMean, commonCandidates, keepCandidates, type CandidateMeans } from './common-candidates.ts';
import { formatDecimal } from './format-decimal.ts';
import { readSeries, type NamedSeries } from './read-series.ts';
import { halfOf, runForecast, type FinishedRun, type ForecastPace, type TaskList } from './run-forecast.ts';
import { className, countNames, keepForecast, quantileCells, type KeptForecast } from './total-cells.ts';
import { writeFiles, type TextFile } from './write-files.ts';

/** What is asked of a series file. */
export interface SeriesFileOrder {
  readonly series: string;
  /** Periods per season; 1 for none. */
  readonly season: number;
  /** Periods to forecast, and to judge candidates on. */
  readonly horizon: number;
  readonly out: string;
  /** Writes every candidate that all series have as a method of its own. */
  readonly withCandidates: boolean;
  /** Where the total over `protection` periods goes. */
  readonly quantiles?: string | undefined;
  readonly protection: number;
}

/** What was forecast, and how long it took. */
export interface ForecastSummary {
  readonly series: number;
  readonly classes: Readonly<Record<string, number>>;
  readonly models: Readonly<Record<string, number>>;
  readonly readMs: number;
  readonly forecastMs: number;
  readonly msPerSeries: number;
}

/** The name of the chosen forecast beside those of the candidates. */
const ownMethod = 'stockwright';
const probabilities = [0.5, 0.8, 0.9, 0.95, 0.99];
const noCandidates: CandidateMeans = new Map();

/**
 * Forecasts the series of a file and writes `method,id,h1..hN` and, where asked, the distribution of each total (FCT-5 to
 * FCT-8). Errors: those of `readSeries`, `runForecast` and `writeFiles`; nothing is written then.
 */
export async function forecastSeriesFile(order: SeriesFileOrder, pace: ForecastPace): Promise<ForecastSummary> {
  const started = performance.now();
  const series = await readSeries(order.series);
  const read = performance.now();
  const keep = (forecast: SeriesForecast) => ({
    ...keepForecast(forecast),
    candidates: order.withCandidates ? keepCandidates(forecast.candidates) : noCandidates,
  });
  // The total that is protected is the one on which everything was judged, so another one is a forecast of its own.
  const isTwice = order.quantiles !== undefined && order.protection !== order.horizon;
  const run = await runForecast(tasksOf(series, order, order.horizon), keep, isTwice ? halfOf(pace, 0) : pace);
  const forecastMs = performance.now() - read;
  const files: TextFile[] = [{ path: order.out, lines: pointLines(series, run.kept, order) }];
  if (order.quantiles !== undefined) {
    const totals = isTwice ? await runForecast(tasksOf(series, order, order.protection), keepForecast, halfOf(pace, 1)) : run;
    files.push({ path: order.quantiles, lines: quantileLines(series, totals) });
  }
  await writeFiles(files, pace.signal);
  return {
    series: series.length,
    classes: countNames(run.kept.map(({ demandClass }) => className(demandClass))),
    models: countNames(run.kept.map(({ model }) => model)),
    readMs: read - started,
    forecastMs,
    msPerSeries: forecastMs / Math.max(1, series.length),
  };
}

function tasksOf(series: readonly NamedSeries[], { season, horizon }: SeriesFileOrder, protection: number): TaskList {
  const none = new Float64Array();
  return {
    count: series.length,
    taskOf: (index) => ({ values: series[index]?.values ?? none, season, horizon, protection }),
  };
}

function* pointLines(
  series: readonly NamedSeries[],
  kept: readonly (KeptForecast & { readonly candidates: CandidateMeans })[],
  { horizon }: SeriesFileOrder,
): Generator<string> {
  const periods = Array.from({ length: horizon }, (_, period) => period);
  yield csvLine(['method', 'id', ...periods.map((period) => `h${period + 1}`)]);
  for (const [index, { id }] of series.entries()) {
    yield csvLine([ownMethod, id, ...periods.map((period) => formatDecimal(kept[index]?.mean[period] ?? 0))]);
  }
  for (const name of commonCandidates(kept.map(({ candidates }) => candidates))) {
    for (const [index, { id }] of series.entries()) {
      const candidates = kept[index]?.candidates ?? noCandidates;
      yield csvLine([name, id, ...periods.map((period) => formatDecimal(candidateMean(candidates, name, period)))]);
    }
  }
}

function* quantileLines(series: readonly NamedSeries[], { kept, calibration }: FinishedRun<KeptForecast>): Generator<string> {
  yield csvLine(['id', 'mean', 'variance', 'p50', 'p80', 'p90', 'p95', 'p99', 'class', 'model']);
  for (const [index, { id }] of series.entries()) {
    const forecast = kept[index];
    if (forecast === undefined) continue;
    const { total, demandClass, model } = forecast;
    const quantiles = quantileCells(total, demandClass, probabilities, calibration, 1);
    const moments = [total.mean, total.variance].map(formatDecimal);
    yield csvLine([id, ...moments, ...quantiles, className(demandClass), model]);
  }
}
