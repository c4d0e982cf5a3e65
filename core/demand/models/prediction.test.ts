import { expect, it } from 'vitest';
import { predictionOf } from './prediction.ts';

it('DEM-36 puts the 95 % limits 1.96 deviations from the mean', () => {
  const { lower95, upper95 } = predictionOf(Float64Array.of(10), Float64Array.of(4));
  expect([lower95[0], upper95[0]]).toEqual([expect.closeTo(6.08, 2), expect.closeTo(13.92, 2)]);
});
