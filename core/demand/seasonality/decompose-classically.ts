import type { SeasonKind } from './season-kind.ts';

/** A series taken apart by moving averages. */
export interface ClassicalDecomposition {
  /** One value per period; NaN in the first and last half season, where a centred average has no window. */
  readonly trend: Float64Array;
  /** One index per season of the cycle, the first belonging to the first value; around 0, or around 1 if multiplicative. */
  readonly indices: Float64Array;
}

/**
 * The classical decomposition of values (oldest first) with `period` periods per season: a centred moving average as
 * trend, and as index of a season the mean of its values less, or divided by, the trend, brought to a mean of 0 or 1
 * (rule DEM-40). Needs two whole seasons, otherwise indices are NaN. A multiplicative one of values around 0 can give
 * indices that are infinite or NaN. O(values · period), does not throw.
 * Source: decompose of R; Hyndman and Athanasopoulos, 3rd ed., section 3.4.
 *
 * @example decomposeClassically(Float64Array.of(1, 3, 1, 3, 1, 3), 2, 'additive').indices is [-1, 1]
 */
export function decomposeClassically(values: Float64Array, period: number, kind: SeasonKind): ClassicalDecomposition {
  const trend = centredAverage(values, period);
  const indices = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let index = 0; index < values.length; index += 1) {
    const level = trend[index] ?? NaN;
    if (Number.isNaN(level)) continue;
    const season = index % period;
    const value = values[index] ?? 0;
    indices[season] = (indices[season] ?? 0) + (kind === 'additive' ? value - level : value / level);
    counts[season] = (counts[season] ?? 0) + 1;
  }
  let mean = 0;
  for (let season = 0; season < period; season += 1) {
    indices[season] = (indices[season] ?? 0) / (counts[season] ?? 0);
    mean += (indices[season] ?? 0) / period;
  }
  for (let season = 0; season < period; season += 1) {
    const index = indices[season] ?? 0;
    indices[season] = kind === 'additive' ? index - mean : index / mean;
  }
  return { trend, indices };
}

/** The mean over a season around each value; an even season counts its two outer values half. */
function centredAverage(values: Float64Array, period: number): Float64Array {
  const average = new Float64Array(values.length).fill(NaN);
  const half = Math.floor(period / 2);
  const outer = period % 2 === 0 ? 0.5 : 1;
  for (let index = half; index < values.length - half; index += 1) {
    let sum = outer * ((values[index - half] ?? 0) + (values[index + half] ?? 0));
    for (let other = index - half + 1; other < index + half; other += 1) sum += values[other] ?? 0;
    average[index] = sum / period;
  }
  return average;
}
