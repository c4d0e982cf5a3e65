import { describe, expect } from 'vitest';
import { expectAllNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { aggregationLevel } from './aggregation-level.ts';
import { forecastAdida } from './forecast-adida.ts';
import { forecastCroston } from './forecast-croston.ts';
import { forecastImapa } from './forecast-imapa.ts';
import { forecastSba } from './forecast-sba.ts';
import { forecastTsb } from './forecast-tsb.ts';

describe('published forecasts of intermittent demand', () => {
  testPublished(
    'DEM-27 DEM-28 $id ($source)',
    publishedCases<
      { readonly y: readonly number[]; readonly alpha: number; readonly h: number },
      { readonly forecast: readonly number[]; readonly sba_forecast: readonly number[] }
    >('croston-'),
    ({ inputs: { y, alpha, h }, expected, tolerance }) => {
      const values = Float64Array.from(y);
      expectAllNear(forecastCroston(values, h, { alpha }), expected.forecast, tolerance);
      expectAllNear(forecastSba(values, h, { alpha }), expected.sba_forecast, tolerance);
    },
  );

  testPublished(
    'DEM-29 $id ($source)',
    publishedCases<
      {
        readonly y: readonly number[];
        readonly alpha_size: number;
        readonly alpha_prob: number;
        readonly z0: number;
        readonly p0: number;
      },
      { readonly level_path: readonly number[]; readonly forecast: number }
    >('tsb-'),
    ({ inputs, expected, tolerance }) => {
      const { alpha_size: sizeAlpha, alpha_prob: probabilityAlpha } = inputs;
      const parameters = { sizeAlpha, probabilityAlpha, start: { size: inputs.z0, probability: inputs.p0 } };
      const values = Float64Array.from(inputs.y);
      const path = values.map((_, period) => forecastTsb(values.subarray(0, period + 1), 1, parameters)[0] ?? NaN);
      expectAllNear(path, expected.level_path, tolerance);
      expectAllNear(forecastTsb(values, 1, parameters), [expected.forecast], tolerance);
      // The cases start from the first demand and the share of periods with one, as the function does by itself.
      expectAllNear(forecastTsb(values, 1, { sizeAlpha, probabilityAlpha }), [expected.forecast], tolerance);
    },
  );

  testPublished(
    'DEM-30 DEM-31 $id ($source)',
    publishedCases<
      { readonly y: readonly number[]; readonly alpha: number; readonly level: number },
      { readonly adida: number; readonly imapa: number }
    >('adida-'),
    ({ inputs: { y, alpha, level }, expected, tolerance }) => {
      const values = Float64Array.from(y);
      expect(aggregationLevel(values)).toBe(level);
      expectAllNear(forecastAdida(values, 1, { alpha }), [expected.adida], tolerance);
      expectAllNear(forecastImapa(values, 1, { alpha }), [expected.imapa], tolerance);
    },
  );
});
