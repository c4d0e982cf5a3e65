import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { grainsPerStep, grainsPerUnit } from '#core/base/quantity.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { keptCalibration } from '#core/demand/nodes/pooled-columns.ts';
import { calibrated } from '#core/demand/uncertainty/calibration.ts';
import { distributionOf } from '#core/demand/uncertainty/total-demand.ts';

/** Between these shares of probability the demand of a week falls in four of five weeks. */
export const bandShares = [0.1, 0.9] as const;

export interface ForecastBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * The tenth and ninetieth percentile of the demand of each week, in stock units, from the deviation of a week and calibrated on what
 * came in the past (DEM-75, DEM-77). `weekly`: the statistical forecast in stock units; `whole`: demand comes in whole steps.
 * Null where the node has no deviation. Weeks with equal forecasts are computed once. Does not throw.
 */
export function forecastBand(
  forecast: ForecastViews,
  node: number,
  weekly: readonly number[],
  decimals: number,
  whole: boolean,
): ForecastBand | null {
  const sd = (forecast.forecastSd[node] ?? 0) / grainsPerStep;
  if (!(sd > 0)) return null;
  const stepsPerUnit = grainsPerUnit(decimals) / grainsPerStep;
  const calibration = keptCalibration(forecast);
  const demandClass = Math.min(forecast.forecastClass[node] ?? 0, demandClasses.length - 1);
  const known = new Map<number, readonly [number, number]>();
  const limits = weekly.map((units) => {
    const mean = units * stepsPerUnit;
    let found = known.get(mean);
    if (!found) {
      const distribution = distributionOf({ mean, variance: sd * sd, whole });
      const at = (share: number): number =>
        distribution.quantile(calibrated(calibration, demandClass, mean, share)) / stepsPerUnit;
      known.set(mean, (found = [at(bandShares[0]), at(bandShares[1])]));
    }
    return found;
  });
  return { low: limits.map(([low]) => low), high: limits.map(([, high]) => high) };
}

/**
 * The tenth and ninetieth percentile of the demand of each week of a total, in what it is counted in (DEM-107): gamma, which counts of
 * many are close to, and not calibrated, since what came is counted by item-location. `variance` of a week. Null without. Does not throw.
 */
export function totalBand(weekly: readonly number[], variance: number): ForecastBand | null {
  if (!(variance > 0)) return null;
  const [low, high] = bandShares.map((share) => {
    const known = new Map<number, number>();
    return weekly.map((mean) => {
      const limit = known.get(mean) ?? distributionOf({ mean, variance, whole: false }).quantile(share);
      known.set(mean, limit);
      return limit;
    });
  });
  return { low: low ?? [], high: high ?? [] };
}
