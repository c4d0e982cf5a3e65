import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { calibrated, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import { distributionOf, type TotalDemand } from '#core/demand/uncertainty/total-demand.ts';
import { formatDecimal } from './format-decimal.ts';

/** What is kept of the forecast of a series: what a file says of it, without what explains it. */
export interface KeptForecast {
  readonly mean: Float64Array;
  readonly demandClass: number;
  readonly model: string;
  readonly total: TotalDemand;
}

export function keepForecast({ mean, demandClass, model, total }: SeriesForecast): KeptForecast {
  return { mean, demandClass, model, total };
}

/** The name of a class as files say it. */
export function className(demandClass: number): string {
  return demandClasses[demandClass] ?? '';
}

/**
 * The calibrated quantiles of a total as cells, in units of `scale` smallest steps. Does not throw.
 *
 * @example quantileCells(total, 4, [0.5, 0.95], createCalibration(), 1) is ['4', '11'] for a mean of 4 and a variance of 12
 */
export function quantileCells(
  total: TotalDemand,
  demandClass: number,
  probabilities: readonly number[],
  calibration: Calibration,
  scale: number,
): string[] {
  const distribution = distributionOf(total);
  return probabilities.map((promised) => {
    const quantile = distribution.quantile(calibrated(calibration, demandClass, total.mean, promised));
    return formatDecimal(quantile / scale);
  });
}

/** How many forecasts have each name, most first; ties by name. */
export function countNames(names: Iterable<string>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, many], [b, other]) => other - many || (a < b ? -1 : 1)));
}
