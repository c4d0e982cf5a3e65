import { performance } from 'node:perf_hooks';
import { formatDay } from '#core/base/calendar-day.ts';
import { grainsPerStep } from '#core/base/quantity.ts';
import { openPackage } from '#core/backend/package/open-package.ts';
import { csvLine } from '#core/backend/plan/plan-tables.ts';
import type { BucketKind } from '#core/demand/cleansing/time-buckets.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { collectBuckets, type LocationHistory } from './bucket-history.ts';
import { forecastBuckets, type ForecastBuckets } from './forecast-buckets.ts';
import { formatDecimal } from './format-decimal.ts';
import type { ForecastSummary } from './forecast-series-file.ts';
import { protectionBuckets } from './protection-buckets.ts';
import { halfOf, runForecast, type FinishedRun, type ForecastPace, type TaskList } from './run-forecast.ts';
import { className, countNames, keepForecast, quantileCells, type KeptForecast } from './total-cells.ts';
import { watchOpenDays } from './watch-open-days.ts';
import { writeFiles } from './write-files.ts';

/** What is asked of the history of a package. */
export interface PackageOrder {
  readonly package: string;
  readonly bucket: BucketKind;
  /** Buckets to forecast, the first being the one of the plan day. */
  readonly horizon: number;
  readonly out: string;
}

/** An item-location with the periods its stock has to protect. */
interface Location extends LocationHistory {
  readonly protection: number;
}

interface ReadHistory {
  readonly buckets: ForecastBuckets;
  readonly locations: readonly Location[];
}

const probabilities = [0.1, 0.5, 0.9, 0.95, 0.99];
const header = ['item_id', 'site_id', 'start_date', 'mean', 'p10', 'p50', 'p90', 'p95', 'p99', 'class', 'model'];

/**
 * Forecasts every item-location of a package that has demand history, and writes one line per item-location and bucket from the
 * one of the plan day on (FCT-10 to FCT-13). The model is judged on lead time and review; what a single bucket scatters comes from
 * a second pass, judged and calibrated on single buckets. Errors: those of the package, `runForecast` and `writeFiles`.
 */
export async function forecastPackage(order: PackageOrder, pace: ForecastPace): Promise<ForecastSummary> {
  const started = performance.now();
  const { buckets, locations } = await readLocations(order.package, order);
  const read = performance.now();
  const means = await runForecast(tasksOf(locations, order, buckets), keepForecast, halfOf(pace, 0));
  const single = await runForecast(tasksOf(locations, order, buckets, 1), keepForecast, halfOf(pace, 1));
  const forecastMs = performance.now() - read;
  const lines = bucketLines(locations, means.kept, single, buckets);
  await writeFiles([{ path: order.out, lines }], pace.signal);
  return {
    series: locations.length,
    classes: countNames(means.kept.map(({ demandClass }) => className(demandClass))),
    models: countNames(means.kept.map(({ model }) => model)),
    readMs: read - started,
    forecastMs,
    msPerSeries: forecastMs / Math.max(1, locations.length),
  };
}

async function readLocations(path: string, { bucket, horizon }: PackageOrder): Promise<ReadHistory> {
  const opened = await openPackage(path);
  try {
    const { planDay } = opened.manifest;
    const buckets = forecastBuckets(bucket, planDay, horizon);
    const collector = collectBuckets(opened, buckets.history);
    const { source, openDays } = watchOpenDays(collector.source);
    const frame = openFrame(await buildFrame(source, 1));
    await opened.readRest();
    opened.refuseErrors();
    const { nodeOf } = createFrameLookup(frame);
    const locations = collector.locations(await openDays()).map((location) => {
      const node = nodeOf(location.itemId, location.siteId);
      return { ...location, protection: protectionBuckets(frame, node, buckets.days) };
    });
    return { buckets, locations };
  } finally {
    opened.close();
  }
}

/** Values in smallest steps of the item, so that what comes in whole steps is a count. */
function tasksOf(
  locations: readonly Location[],
  { horizon }: PackageOrder,
  { season }: ForecastBuckets,
  protection?: number,
): TaskList {
  return {
    count: locations.length,
    taskOf(index) {
      const location = locations[index];
      const values = (location?.grains ?? new Float64Array()).map((grains) => grains / grainsPerStep);
      return { values, season, horizon, protection: protection ?? location?.protection ?? 1 };
    },
  };
}

function* bucketLines(
  locations: readonly Location[],
  forecasts: readonly KeptForecast[],
  single: FinishedRun<KeptForecast>,
  { horizon }: ForecastBuckets,
): Generator<string> {
  const dates = Array.from(horizon, formatDay);
  yield csvLine(header);
  for (const [index, { itemId, siteId, decimals }] of locations.entries()) {
    const forecast = forecasts[index];
    const spread = single.kept[index]?.total;
    if (forecast === undefined || spread === undefined) continue;
    const { mean, demandClass, model } = forecast;
    const scale = 10 ** decimals;
    let cells: readonly string[] = [];
    for (let bucket = 0; bucket < dates.length; bucket += 1) {
      const expected = mean[bucket] ?? 0;
      // Where demand has no shape all buckets are alike, and a quantile costs more than a forecast.
      if (bucket === 0 || expected !== mean[bucket - 1]) {
        const total = { ...spread, mean: expected };
        const quantiles = quantileCells(total, demandClass, probabilities, single.calibration, scale);
        cells = [formatDecimal(expected / scale), ...quantiles];
      }
      yield csvLine([itemId, siteId, dates[bucket] ?? '', ...cells, className(demandClass), model]);
    }
  }
}
