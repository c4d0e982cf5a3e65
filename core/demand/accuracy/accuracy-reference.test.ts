import { describe, expect } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { periodsInStock } from './cumulative-errors.ts';
import { meanAbsoluteError, meanError, rootMeanSquaredError } from './mean-errors.ts';
import { meanAbsolutePercentageError, symmetricPercentageError } from './percentage-errors.ts';
import { meanAbsoluteScaledError, rootMeanSquaredScaledError } from './scaled-errors.ts';
import { theilU } from './theil-u.ts';
import { biasShare, weightedAbsoluteError } from './weighted-errors.ts';

interface Inputs {
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly forecast: readonly number[];
}

/** Each measure of the collection by its name there. */
const measures: Readonly<Record<string, (inputs: Inputs) => number>> = {
  ME_actual_minus_forecast: ({ test, forecast }) => meanError(test, forecast),
  RMSE: ({ test, forecast }) => rootMeanSquaredError(test, forecast),
  MAE: ({ test, forecast }) => meanAbsoluteError(test, forecast),
  MAPE: ({ test, forecast }) => meanAbsolutePercentageError(test, forecast),
  sMAPE_200: ({ test, forecast }) => symmetricPercentageError(test, forecast),
  WAPE: ({ test, forecast }) => weightedAbsoluteError(test, forecast),
  bias_pct: ({ test, forecast }) => biasShare(test, forecast),
  MASE: ({ train, test, forecast }) => meanAbsoluteScaledError(train, test, forecast, { lag: 1 }),
  MASE_m1: ({ train, test, forecast }) => meanAbsoluteScaledError(train, test, forecast, { lag: 1 }),
  MASE_m12: ({ train, test, forecast }) => meanAbsoluteScaledError(train, test, forecast, { lag: 12 }),
  MASE_from_first_nonzero: ({ train, test, forecast }) =>
    meanAbsoluteScaledError(train, test, forecast, { lag: 1, isFromFirstDemand: true }),
  RMSSE_m1: ({ train, test, forecast }) => rootMeanSquaredScaledError(train, test, forecast, { lag: 1 }),
  RMSSE_m12: ({ train, test, forecast }) => rootMeanSquaredScaledError(train, test, forecast, { lag: 12 }),
  RMSSE_from_first_nonzero: ({ train, test, forecast }) =>
    rootMeanSquaredScaledError(train, test, forecast, { lag: 1, isFromFirstDemand: true }),
  PIS: ({ test, forecast }) => periodsInStock(test, forecast),
  ThielU: ({ test, forecast }) => theilU(test, forecast),
};

describe('published measures of accuracy', () => {
  const cases = publishedCases<Inputs, Readonly<Record<string, number>>>('metrics-');
  const rows = cases.flatMap((one) => Object.entries(one.expected).map(([name, value]) => ({ ...one, name, value })));
  testPublished('DEM-44 to DEM-49 $id $name ($source)', rows, ({ inputs, name, value, tolerance }) => {
    const measure = measures[name];
    expect(measure, name).toBeDefined();
    expectNear(measure?.(inputs), value, tolerance);
  });
});
