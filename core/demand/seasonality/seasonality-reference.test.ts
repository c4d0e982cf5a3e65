import { describe } from 'vitest';
import { expectAllNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { componentStrength } from './component-strength.ts';
import { decomposeClassically } from './decompose-classically.ts';
import { decomposeStl } from './decompose-stl.ts';

interface Series {
  readonly y: readonly number[];
  readonly m: number;
}

describe('published seasons', () => {
  testPublished(
    'DEM-42 DEM-43 $id ($source)',
    publishedCases<
      Series & { readonly log?: boolean },
      { readonly seasonal_strength: number; readonly trend_strength: number; readonly seasonal_12: readonly number[] }
    >('stl-'),
    ({ inputs: { y, m: period, log }, expected, tolerance }) => {
      const values = Float64Array.from(y, (value) => (log ? Math.log(value) : value));
      const parts = decomposeStl(values, { period, seasonalWindow: 'periodic' });
      const strength = componentStrength(parts);
      expectAllNear([strength.season, strength.trend], [expected.seasonal_strength, expected.trend_strength], tolerance);
      expectAllNear(parts.season.subarray(0, expected.seasonal_12.length), expected.seasonal_12, tolerance);
    },
  );

  testPublished(
    'DEM-40 $id ($source)',
    publishedCases<Series, { readonly seasonal_indices: readonly number[] }>('decompose-'),
    ({ inputs: { y, m: period }, expected, tolerance }) => {
      const { indices } = decomposeClassically(Float64Array.from(y), period, 'multiplicative');
      expectAllNear(indices, expected.seasonal_indices, tolerance);
    },
  );
});
