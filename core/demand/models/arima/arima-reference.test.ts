import { describe, expect } from 'vitest';
import { expectAllNear, expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { arimaName } from './arima-order.ts';
import { predictArima } from './predict-arima.ts';
import { selectArima } from './select-arima.ts';

describe('published ARIMA models', () => {
  testPublished(
    'DEM-37 to DEM-39 $id ($source)',
    publishedCases<
      { readonly y: readonly number[]; readonly m: number },
      { readonly model: string; readonly aicc: number; readonly forecast: readonly number[] }
    >('autoarima-'),
    ({ inputs, expected, tolerance }) => {
      const values = Float64Array.from(inputs.y);
      const fitted = selectArima(values, inputs.m);
      if (fitted === null) throw new Error('no model');
      expect(arimaName(fitted.order)).toBe(expected.model);
      expectNear(fitted.aicc, expected.aicc, tolerance);
      expectAllNear(predictArima(fitted, values, expected.forecast.length).mean, expected.forecast, tolerance);
    },
  );
});
