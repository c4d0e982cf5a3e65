import { describe, expect, it } from 'vitest';
import { forecastFlat } from './forecast-flat.ts';
import { forecastMovingAverage } from './forecast-moving-average.ts';
import { forecastNaive } from './forecast-naive.ts';
import { forecastSeasonalNaive } from './forecast-seasonal-naive.ts';

describe('simple models', () => {
  it('DEM-21 repeat the last value, the last season or the mean of the last values', () => {
    expect([...forecastFlat(3, 2)]).toEqual([3, 3]);
    expect([...forecastNaive(Float64Array.of(4, 7), 2, {})]).toEqual([7, 7]);
    expect([...forecastSeasonalNaive(Float64Array.of(1, 2, 3, 4), 3, { period: 2 })]).toEqual([3, 4, 3]);
    expect([...forecastMovingAverage(Float64Array.of(9, 4, 7), 2, { window: 2 })]).toEqual([5.5, 5.5]);
  });

  it('DEM-21 do with what there is where a season or a window is not filled', () => {
    expect([...forecastSeasonalNaive(Float64Array.of(1, 2), 2, { period: 3 })]).toEqual([2, 2]);
    expect([...forecastMovingAverage(Float64Array.of(9, 4, 8), 1, { window: Infinity })]).toEqual([7]);
  });
});
