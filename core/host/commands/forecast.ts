import { forecastPackage } from '#core/backend/forecast/forecast-package.ts';
import { forecastSeriesFile, type ForecastSummary, type SeriesFileOrder } from '#core/backend/forecast/forecast-series-file.ts';
import { bucketKinds } from '#core/backend/forecast/forecast-buckets.ts';
import type { BucketKind } from '#core/demand/cleansing/time-buckets.ts';
import type { Command, OptionValues } from '#core/host/command.ts';
import { UsageError } from '#core/host/usage-error.ts';
import { noteProgress } from './note-progress.ts';
import { requiredOption, requiredWhole, wholeOption } from './package-options.ts';

/** More periods than anybody plans; a slip of the keyboard should not fill a disk. */
const mostPeriods = 10_000;

/** Forecasts a file of series, or the history of a package. */
export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'Forecasts a file of series, or the demand history of a package, with quantiles.',
  usage:
    '(--series FILE [--season M] [--candidates] [--quantiles FILE [--protection H]] | --package DIR [--bucket day|week|month]) --horizon N --out FILE',
  options: {
    series: { type: 'string' },
    season: { type: 'string' },
    candidates: { type: 'boolean' },
    quantiles: { type: 'string' },
    protection: { type: 'string' },
    package: { type: 'string' },
    bucket: { type: 'string' },
    horizon: { type: 'string' },
    out: { type: 'string' },
  },
  async run(values, { note, signal }) {
    const isSeries = typeof values['series'] === 'string';
    if (isSeries === (typeof values['package'] === 'string')) {
      throw new UsageError('Give either --series FILE or --package DIR.');
    }
    refuseForeign(values, isSeries ? packageOptions : seriesOptions, isSeries ? '--package' : '--series');
    const out = requiredOption(values, 'out', 'FILE');
    const horizon = requiredWhole(values, 'horizon', 1, mostPeriods);
    const onProgress = noteProgress(note, (share) => `forecast ${5 * Math.floor(20 * share)} %`, 5);
    const pace = { signal, onProgress };
    const summary = isSeries
      ? await forecastSeriesFile({ ...seriesOrder(values, horizon), horizon, out }, pace)
      : await forecastPackage(
          { package: requiredOption(values, 'package', 'DIR'), bucket: bucketOption(values), horizon, out },
          pace,
        );
    note(`forecast written to ${out}`);
    const result = resultOf(out, summary);
    return { exitCode: 0, result, text: textOf(result) };
  },
};

const seriesOptions = ['season', 'candidates', 'quantiles', 'protection'];
const packageOptions = ['bucket'];

function refuseForeign(values: OptionValues, names: readonly string[], owner: string): void {
  for (const name of names) if (values[name] !== undefined) throw new UsageError(`--${name} goes with ${owner}.`);
}

function seriesOrder(values: OptionValues, horizon: number): Omit<SeriesFileOrder, 'horizon' | 'out'> {
  const { quantiles } = values;
  if (quantiles === undefined) refuseForeign(values, ['protection'], '--quantiles');
  return {
    series: requiredOption(values, 'series', 'FILE'),
    season: wholeOption(values, 'season', 1, 1, mostPeriods),
    withCandidates: values['candidates'] === true,
    quantiles: quantiles === undefined ? undefined : requiredOption(values, 'quantiles', 'FILE'),
    protection: wholeOption(values, 'protection', horizon, 1, mostPeriods),
  };
}

function bucketOption(values: OptionValues): BucketKind {
  const asked = values['bucket'] ?? 'week';
  const found = bucketKinds.find((kind) => kind === asked);
  if (found === undefined) throw new UsageError(`--bucket takes ${bucketKinds.join(', ')}, not ${String(asked)}.`);
  return found;
}

function resultOf(out: string, summary: ForecastSummary): Readonly<Record<string, unknown>> {
  return {
    out,
    series: summary.series,
    classes: summary.classes,
    models: summary.models,
    read_ms: Math.round(summary.readMs),
    forecast_ms: Math.round(summary.forecastMs),
    ms_per_series: Number(summary.msPerSeries.toFixed(3)),
  };
}

function textOf(result: Readonly<Record<string, unknown>>): string {
  return Object.entries(result)
    .map(([name, value]) => `${name.padEnd(14)} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
