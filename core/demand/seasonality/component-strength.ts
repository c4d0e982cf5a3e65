import type { StlDecomposition } from './decompose-stl.ts';

/** How much of the movement a component explains, 0 to 1. */
export interface ComponentStrength {
  readonly season: number;
  readonly trend: number;
}

/**
 * The strength of season and trend in a decomposition: 1 less the variance of the remainder over that of remainder and
 * component together, at least 0 (rule DEM-43). 0 where both vanish. Does not throw.
 * Source: Wang, Smith and Hyndman 2006, Data Mining and Knowledge Discovery 13; Hyndman and Athanasopoulos, 3rd ed., section 4.3.
 *
 * @example componentStrength({ trend: Float64Array.of(1, 1), season: Float64Array.of(-1, 1), remainder: Float64Array.of(0, 0) })
 *   is { season: 1, trend: 0 }
 */
export function componentStrength({ trend, season, remainder }: StlDecomposition): ComponentStrength {
  const own = varianceOf(remainder);
  const strengthOf = (component: Float64Array) => {
    const together = varianceOf(remainder.map((value, index) => value + (component[index] ?? 0)));
    return together > 0 ? Math.max(0, 1 - own / together) : 0;
  };
  return { season: strengthOf(season), trend: strengthOf(trend) };
}

function varianceOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / (values.length - 1);
}
