import type { Grouping } from './grouping.ts';

/** Forecasts with the variances of their errors, one of each per leaf or group. */
export interface ForecastRow {
  readonly forecast: ArrayLike<number>;
  /** Variance of the error, above 0; the larger, the more a forecast gives way. */
  readonly variance: ArrayLike<number>;
}

/** Forecasts of the groups of one grouping. */
export interface GroupForecasts extends ForecastRow {
  readonly grouping: Grouping;
}

/** Forecasts that add up. */
export interface ReconciledForecasts {
  readonly leaves: Float64Array;
  /** Per grouping as given, the sums of its leaves. */
  readonly groups: readonly Float64Array[];
}

/** Far below what a planner can see; reached in a few steps, as the groupings are few. */
const tolerance = 1e-12;

/**
 * Brings forecasts that were made one by one for leaves and for groups of them into line (rule DEM-103): the least change, weighed by the variances, after which each
 * group is the sum of its leaves. Groupings may cross each other, as items and sites do. A leaf that would fall below 0 is 0. Solved over
 * the gaps by conjugate gradients in a fixed order; groups are sums of the leaves, so they are exact. O(leaves × groupings) a step, does not throw.
 * Source: Wickramasuriya, Athanasopoulos and Hyndman 2019, JASA 114 (minimum trace, here with the diagonal of the errors); Hyndman, Lee
 * and Wang 2016, Computational Statistics and Data Analysis 97.
 *
 * @example const total = { forecast: [100], variance: [1], grouping: { name: 'total', groupOf: Int32Array.of(0, 0),
 *   groups: 1 } };
 *   reconcileForecasts({ forecast: [40, 50], variance: [1, 1] }, [total]) ≈ { leaves: [43.33, 53.33], groups: [[96.67]] }
 */
export function reconcileForecasts(leaves: ForecastRow, groups: readonly GroupForecasts[]): ReconciledForecasts {
  const count = leaves.forecast.length;
  const spread = Float64Array.from(leaves.variance);
  const starts = startsOf(groups);
  const size = starts[groups.length] ?? 0;
  const groupSpread = new Float64Array(size);
  const gap = new Float64Array(size);
  groups.forEach(({ forecast, variance }, at) => {
    for (let group = 0; group < forecast.length; group += 1) {
      groupSpread[(starts[at] ?? 0) + group] = variance[group] ?? 0;
      gap[(starts[at] ?? 0) + group] = forecast[group] ?? 0;
    }
  });

  /** For every leaf the sum over the groups it is in. */
  function pullOf(multipliers: Float64Array): Float64Array {
    const pull = new Float64Array(count);
    groups.forEach(({ grouping }, at) => {
      for (let leaf = 0; leaf < count; leaf += 1) {
        pull[leaf] = (pull[leaf] ?? 0) + (multipliers[(starts[at] ?? 0) + (grouping.groupOf[leaf] ?? 0)] ?? 0);
      }
    });
    return pull;
  }
  function addLeaves(values: ArrayLike<number>, sign: 1 | -1, sums: Float64Array): void {
    groups.forEach(({ grouping }, at) => {
      for (let leaf = 0; leaf < count; leaf += 1) {
        const place = (starts[at] ?? 0) + (grouping.groupOf[leaf] ?? 0);
        sums[place] = (sums[place] ?? 0) + sign * (values[leaf] ?? 0);
      }
    });
  }
  function multiply(multipliers: Float64Array): Float64Array {
    const product = multipliers.map((value, place) => value * (groupSpread[place] ?? 0));
    addLeaves(
      pullOf(multipliers).map((value, leaf) => value * (spread[leaf] ?? 0)),
      1,
      product,
    );
    return product;
  }

  addLeaves(leaves.forecast, -1, gap);
  const diagonal = groupSpread.slice();
  addLeaves(spread, 1, diagonal);
  const pull = pullOf(solveBySteps(multiply, gap, diagonal));
  const moved = pull.map((value, leaf) => Math.max(0, (leaves.forecast[leaf] ?? 0) + value * (spread[leaf] ?? 0)));
  const sums = new Float64Array(size);
  addLeaves(moved, 1, sums);
  return { leaves: moved, groups: groups.map((_, at) => sums.slice(starts[at], starts[at + 1])) };
}

function startsOf(groups: readonly GroupForecasts[]): number[] {
  const starts = [0];
  for (const { grouping } of groups) starts.push((starts.at(-1) ?? 0) + grouping.groups);
  return starts;
}

/** Conjugate gradients, scaled by the diagonal. Source: Golub and Van Loan, Matrix Computations, 4th ed., section 11.5. */
function solveBySteps(
  multiply: (vector: Float64Array) => Float64Array,
  right: Float64Array,
  diagonal: Float64Array,
): Float64Array {
  const scaled = (vector: Float64Array): Float64Array =>
    vector.map((value, at) => ((diagonal[at] ?? 0) > 0 ? value / (diagonal[at] ?? 1) : 0));
  const solution = new Float64Array(right.length);
  const residual = right.slice();
  let direction = scaled(residual);
  let norm = dot(residual, direction);
  const enough = norm * tolerance * tolerance;
  for (let step = 0; step < 2 * right.length && norm > enough; step += 1) {
    const image = multiply(direction);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const length = norm / curvature;
    for (let at = 0; at < solution.length; at += 1) {
      solution[at] = (solution[at] ?? 0) + length * (direction[at] ?? 0);
      residual[at] = (residual[at] ?? 0) - length * (image[at] ?? 0);
    }
    const next = scaled(residual);
    const nextNorm = dot(residual, next);
    const turn = nextNorm / norm;
    direction = next.map((value, at) => value + turn * (direction[at] ?? 0));
    norm = nextNorm;
  }
  return solution;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
