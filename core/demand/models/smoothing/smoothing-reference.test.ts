import { describe } from 'vitest';
import { expectAllNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { fitLevel } from './fit-level.ts';
import { forecastFittedLevel } from './forecast-fitted-level.ts';
import { forecastHolt } from './forecast-holt.ts';
import { forecastHoltWinters } from './forecast-holt-winters.ts';
import { forecastTheta } from './forecast-theta.ts';
import { smoothHolt } from './smooth-holt.ts';
import { smoothHoltWinters } from './smooth-holt-winters.ts';

interface Series {
  readonly y: readonly number[];
}

describe('published forecasts by exponential smoothing', () => {
  testPublished(
    'DEM-24 $id ($source)',
    publishedCases<
      Series & { readonly alpha: number; readonly beta: number; readonly l_start: number; readonly b_start: number },
      { readonly level: number; readonly trend: number; readonly SSE: number; readonly forecast_1_5: readonly number[] }
    >('holt-fixed-'),
    ({ inputs: { y, alpha, beta, l_start: level, b_start: trend }, expected, tolerance }) => {
      const values = Float64Array.from(y);
      const parameters = { alpha, beta, start: { level, trend, used: 2 } };
      const state = smoothHolt(values, parameters);
      expectAllNear([state.level, state.trend, state.sumOfSquares], [expected.level, expected.trend, expected.SSE], tolerance);
      expectAllNear(forecastHolt(values, 5, parameters), expected.forecast_1_5, tolerance);
      // The start of the case is that of its program, as the function finds it by itself.
      expectAllNear(forecastHolt(values, 5, { alpha, beta }), expected.forecast_1_5, tolerance);
    },
  );

  testPublished(
    'DEM-25 $id ($source)',
    publishedCases<
      Series & {
        readonly m: number;
        readonly alpha: number;
        readonly beta: number;
        readonly gamma: number;
        readonly l_start: number;
        readonly b_start: number;
        readonly first_fitted_at_index: number;
        readonly s_start: readonly number[];
      },
      {
        readonly level: number;
        readonly trend: number;
        readonly SSE: number;
        readonly seasonal_last: readonly number[];
        readonly forecast_12: readonly number[];
      }
    >('hw-fixed-'),
    ({ id, inputs, expected, tolerance }) => {
      const values = Float64Array.from(inputs.y);
      const own = {
        alpha: inputs.alpha,
        beta: inputs.beta,
        gamma: inputs.gamma,
        period: inputs.m,
        season: id.endsWith('additive') ? ('additive' as const) : ('multiplicative' as const),
      };
      const start = {
        level: inputs.l_start,
        trend: inputs.b_start,
        indices: inputs.s_start,
        used: inputs.first_fitted_at_index - 1,
      };
      const state = smoothHoltWinters(values, { ...own, start });
      expectAllNear([state.level, state.trend, state.sumOfSquares], [expected.level, expected.trend, expected.SSE], tolerance);
      expectAllNear(state.indices, expected.seasonal_last, tolerance);
      expectAllNear(forecastHoltWinters(values, 12, { ...own, start }), expected.forecast_12, tolerance);
      // The start of the case is that of its program, as the function finds it by itself.
      expectAllNear(forecastHoltWinters(values, 12, own), expected.forecast_12, tolerance);
    },
  );

  testPublished(
    'DEM-26 $id ($source)',
    publishedCases<Series & { readonly m: number; readonly h: number }, { readonly forecast: readonly number[] }>('theta-'),
    ({ inputs: { y, m: period, h }, expected, tolerance }) => {
      expectAllNear(forecastTheta(Float64Array.from(y), h, { period }), expected.forecast, tolerance);
    },
  );

  testPublished(
    'DEM-23 $id ($source)',
    publishedCases<
      Series,
      { readonly alpha: number; readonly l0: number; readonly sigma2: number; readonly forecast: readonly number[] }
    >('ses-opt-'),
    ({ inputs, expected, tolerance }) => {
      const values = Float64Array.from(inputs.y);
      const { alpha, start, sumOfSquares } = fitLevel(values);
      const variance = sumOfSquares / (values.length - 2);
      expectAllNear([alpha, start, variance], [expected.alpha, expected.l0, expected.sigma2], tolerance);
      expectAllNear(forecastFittedLevel(values, expected.forecast.length, {}), expected.forecast, tolerance);
    },
  );
});
