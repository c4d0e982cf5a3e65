import { forecastPackage } from '#core/backend/forecast/forecast-package.ts';
import { forecastSeriesFile, type ForecastSummary, type SeriesFileOrder } from '#core/backend/forecast/forecast-series-file.ts';
import { bucketKinds } from '#core/backend/forecast/forecast-buckets.ts';
import type { BucketKind } from '#core/demand/cleansing/time-buckets.ts';
import type { Command } from '#core/host/command.ts';
import { UsageError } from '#core/host/usage-error.ts';
import { requiredOption, wholeOption } from './package-options.ts';

type Values = Readonly<Record<string, string | boolean | undefined>>;

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
    const horizon = periodsOption(values, 'horizon');
    const pace = { signal, onProgress: progressNotes(note) };
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

/** Twenty lines for the whole way, however long it takes. */
function progressNotes(note: (line: string) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    const step = Math.floor(share * 20);
    if (step > told) note(`forecast ${step * 5} %`);
    told = step;
  };
}

const seriesOptions = ['season', 'candidates', 'quantiles', 'protection'];
const packageOptions = ['bucket'];

function refuseForeign(values: Values, names: readonly string[], owner: string): void {
  for (const name of names) if (values[name] !== undefined) throw new UsageError(`--${name} goes with ${owner}.`);
}

function seriesOrder(values: Values, horizon: number): Omit<SeriesFileOrder, 'horizon' | 'out'> {
  const { quantiles } = values;
  if (quantiles === undefined) refuseForeign(values, ['protection'], '--quantiles');
  return {
    series: requiredOption(values, 'series', 'FILE'),
    season: periodsOption(values, 'season', 1),
    withCandidates: values['candidates'] === true,
    quantiles: quantiles === undefined ? undefined : requiredOption(values, 'quantiles', 'FILE'),
    protection: periodsOption(values, 'protection', horizon),
  };
}

function periodsOption(values: Values, name: string, fallback = 0): number {
  if (fallback === 0) requiredOption(values, name, 'N');
  const periods = wholeOption(values, name, fallback, 1);
  if (periods > mostPeriods) throw new UsageError(`--${name} takes ${mostPeriods} at most, not ${periods}.`);
  return periods;
}

function bucketOption(values: Values): BucketKind {
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
