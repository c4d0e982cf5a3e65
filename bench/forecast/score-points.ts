import { cumulativeError } from '#core/demand/accuracy/cumulative-errors.ts';
import { symmetricPercentageError } from '#core/demand/accuracy/percentage-errors.ts';
import { meanAbsoluteScaledError, rootMeanSquaredScaledError } from '#core/demand/accuracy/scaled-errors.ts';
import { biasShare, weightedAbsoluteError } from '#core/demand/accuracy/weighted-errors.ts';
import type { OpenSet, SplitSeries } from './open-sets.ts';

/** The measures of the protocol, in the order of the published tables. */
export const measures = ['MASE', 'RMSSE', 'WAPE', 'bias', 'cumMASE', 'cumWAPE', 'sMAPE'] as const;

export type Scores = Readonly<Record<(typeof measures)[number], number>>;

/** Scores forecasts by the protocol: scaled errors are means over series with a scale, shares are pooled. */
export function scorePoints({ series, scaleLag }: OpenSet, means: ReadonlyMap<string, Float64Array>): Scores {
  const forecastOf = ({ id, future }: SplitSeries) => means.get(id) ?? new Float64Array(future.length).fill(NaN);
  const meanOf = (of: (one: SplitSeries, forecast: Float64Array) => number) => {
    const errors = series.map((one) => of(one, forecastOf(one))).filter(Number.isFinite);
    return errors.reduce((sum, error) => sum + error, 0) / errors.length;
  };
  const actual = series.flatMap(({ future }) => [...future]);
  const forecast = series.flatMap((one) => [...forecastOf(one)]);
  const lag = { lag: scaleLag };
  const total = (values: Float64Array) => Float64Array.of(values.reduce((sum, value) => sum + value, 0));
  return {
    MASE: meanOf(({ known, future }, found) => meanAbsoluteScaledError(known, future, found, lag)),
    RMSSE: meanOf(({ known, future }, found) =>
      rootMeanSquaredScaledError(known, future, found, { lag: 1, isFromFirstDemand: true }),
    ),
    WAPE: weightedAbsoluteError(actual, forecast),
    bias: biasShare(actual, forecast),
    cumMASE: meanOf(({ known, future }, found) => {
      // The error of the total, per period, over the same scale.
      const error = cumulativeError(future, found) / future.length;
      return meanAbsoluteScaledError(known, [0], [error], lag);
    }),
    cumWAPE: weightedAbsoluteError(
      series.flatMap(({ future }) => [...total(future)]),
      series.flatMap((one) => [...total(forecastOf(one))]),
    ),
    sMAPE: meanOf(({ future }, found) => symmetricPercentageError(future, found)),
  };
}
