import { describe, expect, it } from 'vitest';
import { biasShare } from '#core/demand/accuracy/weighted-errors.ts';
import { coverage, pinballLoss } from '#core/demand/accuracy/quantile-errors.ts';
import { meanAbsoluteScaledError, rootMeanSquaredScaledError } from '#core/demand/accuracy/scaled-errors.ts';
import { monthlySeries, weeklySeries, type SplitSeries } from '#core/demand/testing/synthetic-demand.ts';
import { calibrated } from '#core/demand/uncertainty/calibration.ts';
import { distributionOf } from '#core/demand/uncertainty/total-demand.ts';
import { forecastAll, type ForecastRun } from './forecast-all.ts';

/** Forecasts what is known of series, judged on the periods that come after. */
function runOf(series: readonly SplitSeries[], season: number): ForecastRun {
  return forecastAll(
    series.map(({ known, future }) => ({ values: known, season, horizon: future.length, protection: future.length })),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean error of the forecast, and of every candidate that all series have. */
function errorsOf(
  series: readonly SplitSeries[],
  { forecasts }: ForecastRun,
  errorOf: (one: SplitSeries, forecast: Float64Array) => number,
): { readonly own: number; readonly candidates: Readonly<Record<string, number>> } {
  const names = forecasts[0]?.candidates.map(({ name }) => name) ?? [];
  const meansOf = (name: string, index: number): Float64Array => {
    const found = forecasts[index]?.candidates.find((candidate) => candidate.name === name);
    return found?.means ?? new Float64Array(series[index]?.future.length ?? 0).fill(found?.level ?? NaN);
  };
  return {
    own: meanOf(series.map((one, index) => errorOf(one, forecasts[index]?.mean ?? new Float64Array()))),
    candidates: Object.fromEntries(
      names.map((name) => [name, meanOf(series.map((one, index) => errorOf(one, meansOf(name, index))))]),
    ),
  };
}

/** The single methods that erred less; the combination itself is none. */
function betterThan(own: number, candidates: Readonly<Record<string, number>>, combination: string): readonly string[] {
  return Object.keys(candidates).filter((name) => name !== combination && (candidates[name] ?? NaN) < own);
}

describe('accuracy of months with trend and season', () => {
  const series = monthlySeries(60, 72, 12, 1);
  const run = runOf(series, 12);
  const { own, candidates } = errorsOf(series, run, ({ known, future }, forecast) =>
    meanAbsoluteScaledError(known, future, forecast, { lag: 12 }),
  );

  it('is as good as it was: a mean absolute scaled error of 0.757', () => {
    expect(own).toBeLessThan(0.757 * 1.06);
  });

  it('is better than every single method', () => {
    expect(betterThan(own, candidates, 'smoothing_and_theta')).toEqual([]);
  });
});

describe('accuracy of lumpy weeks', () => {
  const series = weeklySeries(300, 104, 8, 1);
  const run = runOf(series, 52);

  it('is as good as it was, and better than every single method: a root mean squared scaled error of 0.556', () => {
    const level = series.map((_, index) => index).filter((index) => run.forecasts[index]?.model !== 'smoothing_and_theta');
    const { own, candidates } = errorsOf(
      level.map((index) => series[index]!), // taken from the series
      { ...run, forecasts: level.map((index) => run.forecasts[index]!) },
      ({ known, future }, forecast) => rootMeanSquaredScaledError(known, future, forecast, { lag: 1, isFromFirstDemand: true }),
    );
    expect(own).toBeLessThan(0.556 * 1.06);
    expect(betterThan(own, candidates, 'pooled_combination')).toEqual([]);
  });

  it('forecasts no more and no less than came, by 5 %', () => {
    const future = series.flatMap((one) => [...one.future]);
    const forecast = run.forecasts.flatMap(({ mean }) => [...mean]);
    expect(Math.abs(biasShare(future, forecast))).toBeLessThan(0.05);
  });

  it('covers what its quantiles promise, and calibration hardly costs where they were right', () => {
    const totals = series.map(({ future }) => future.reduce((sum, value) => sum + value, 0));
    const quantiles = (promised: number, isCalibrated: boolean) =>
      run.forecasts.map(({ total, demandClass }) => {
        const asked = isCalibrated ? calibrated(run.calibration, demandClass, total.mean, promised) : promised;
        return distributionOf(total).quantile(asked);
      });
    for (const [promised, slack] of [
      [0.5, 0.06],
      [0.8, 0.05],
      [0.9, 0.05],
      [0.95, 0.025],
      [0.99, 0.02],
    ] as const) {
      expect(Math.abs(coverage(totals, quantiles(promised, true)) - promised), String(promised)).toBeLessThan(slack);
      const losses = [true, false].map((isCalibrated) => pinballLoss(totals, quantiles(promised, isCalibrated), promised));
      expect(losses[0]).toBeLessThan((losses[1] ?? 0) * 1.06);
    }
  });
});
