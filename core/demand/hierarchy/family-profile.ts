/** The season of a family: what its items sell in each period of the cycle, around 1. */
export interface FamilyProfile {
  /** One index per period of the cycle; the first belongs to the first value of the series. Mean 1, all above 0. */
  readonly indices: Float64Array;
  /** How much of the movement of the pooled curve is not chance, 0 to 1; curves are drawn to 1 by it. */
  readonly strength: number;
  /** Curves of one item over one cycle that were pooled. */
  readonly curves: number;
}

/** With fewer curves their scatter says nothing about chance. */
const leastCurves = 3;
/** Periods of long cycles lean on their neighbours: a week has few lines, and a season lasts longer. */
const smoothedFrom = 26;
/** Keeps a very steady curve from being believed alone. */
const steadiest = 0.05;
const leastIndex = 0.05;

/**
 * The seasonal profile of a family from the demand of its items up to before period `end` (rule DEM-104): every whole cycle of every item, counted back from `end`,
 * over its own mean is a curve; curves are averaged, steady ones counting more, and drawn to 1 by the share of the average's variance that the scatter
 * of the curves leaves unexplained. Series lie on one axis, NaN where unknown; what lies before the first demand of a series is no history.
 * Without curves enough there is no season: all 1. O(all values), does not throw.
 * Source: pooled seasonal indices, Dekker, van Donselaar and Ouwehand 2004, International Journal of Production Economics 90; shrinkage as
 * Miller and Williams 2003, International Journal of Forecasting 19.
 *
 * @example familyProfile([Float64Array.of(1, 3, 1, 3), Float64Array.of(10, 30, 10, 30)], 2, 4) is { indices: [0.5, 1.5],
 *   strength: 1, curves: 4 }
 */
export function familyProfile(series: readonly Float64Array[], season: number, end: number): FamilyProfile {
  const curves = series.flatMap((values) => curvesOf(values, season, end));
  if (season < 2 || curves.length < leastCurves) {
    return { indices: new Float64Array(Math.max(1, season)).fill(1), strength: 0, curves: curves.length };
  }
  const average = new Float64Array(season);
  const noise = new Float64Array(season);
  for (let period = 0; period < season; period += 1) {
    let weights = 0;
    let sum = 0;
    for (const { values, weight } of curves) {
      const value = values[period] ?? NaN;
      if (Number.isNaN(value)) continue;
      weights += weight;
      sum += weight * value;
    }
    average[period] = weights > 0 ? sum / weights : 1;
    noise[period] = scatterOf(curves, period, average[period] ?? 1, weights);
  }
  const smooth = season >= smoothedFrom ? smoothed(average) : average;
  const movement = varianceOf(smooth);
  const strength = movement > 0 ? Math.max(0, 1 - meanOf(noise) / movement) : 0;
  const drawn = smooth.map((value) => Math.max(leastIndex, 1 + strength * (value - 1)));
  const mean = meanOf(drawn);
  return { indices: drawn.map((value) => value / mean), strength, curves: curves.length };
}

interface Curve {
  /** By place in the cycle. */
  readonly values: Float64Array;
  readonly weight: number;
}

function curvesOf(series: Float64Array, season: number, end: number): Curve[] {
  const first = series.findIndex((value) => value > 0);
  const found: Curve[] = [];
  if (first < 0 || season < 2) return found;
  for (let start = end - season; start >= first; start -= season) {
    const cycle = series.subarray(start, start + season);
    const known = cycle.filter((value) => !Number.isNaN(value));
    const mean = meanOf(known);
    if (!(mean > 0) || known.length < season / 2) continue;
    const values = new Float64Array(season);
    cycle.forEach((value, at) => (values[(start + at) % season] = value / mean));
    found.push({ values, weight: 1 / (varianceOf(known) / (mean * mean) + steadiest) });
  }
  return found;
}

/** The variance that the weighted mean of a period has by the scatter of the curves around it. */
function scatterOf(curves: readonly Curve[], period: number, mean: number, weights: number): number {
  let squares = 0;
  let count = 0;
  for (const { values, weight } of curves) {
    const value = values[period] ?? NaN;
    if (Number.isNaN(value)) continue;
    squares += (weight * (value - mean)) ** 2;
    count += 1;
  }
  return count > 1 ? (squares / (weights * weights)) * (count / (count - 1)) : 0;
}

/** Each period with a quarter of either neighbour, around the cycle. */
function smoothed(values: Float64Array): Float64Array {
  const { length } = values;
  return values.map(
    (value, at) => (values[(at + length - 1) % length] ?? 0) / 4 + value / 2 + (values[(at + 1) % length] ?? 0) / 4,
  );
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
