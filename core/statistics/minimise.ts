import { invariant } from '#core/base/invariant.ts';

/** The box in which a minimum is looked for, and where and how finely. */
export interface MinimiseOptions {
  /** Where the search begins; moved into the box. */
  readonly start: ArrayLike<number>;
  /** Per coordinate; -Infinity where there is no bound. */
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** First steps per coordinate; where absent a tenth of the box, or of the start (at least 0.1) where the box is open. */
  readonly steps?: ArrayLike<number>;
  /** The search ends when the values of the simplex differ by less than this, its points by less than the root; default 1e-10. */
  readonly tolerance?: number;
  /** Default 200 per coordinate and one. */
  readonly maxEvaluations?: number;
}

/** The best point found. */
export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly evaluations: number;
}

interface Vertex {
  readonly point: Float64Array;
  readonly value: number;
}

/**
 * The minimum of a function of a few variables inside a box, without derivatives: the simplex of Nelder and Mead, each
 * trial point moved into the box, begun anew around its best point until that no longer helps (a simplex can collapse
 * on a side of the box). A value that is not a number counts as infinite. The objective must not keep or change the
 * point it is given. Deterministic; finds a local minimum. Throws only what the objective throws, and for arrays of
 * unequal length. Source: Nelder and Mead 1965, Computer Journal 7; Box 1965 for the bounds.
 *
 * @example minimise(([x, y]) => (x - 1) ** 2 + (y - 2) ** 2, { start: [0, 0], lower: [0, 0], upper: [5, 1.5] }).point ≈
 *   [1.0000, 1.5000]
 */
export function minimise(objective: (point: Float64Array) => number, options: MinimiseOptions): Minimum {
  const { lower, upper, tolerance = 1e-10 } = options;
  const size = options.start.length;
  invariant(lower.length === size && upper.length === size, 'a box has one lower and one upper bound per coordinate');
  const budget = options.maxEvaluations ?? 200 * (size + 1);
  let evaluations = 0;

  function vertexAt(coordinate: (index: number) => number): Vertex {
    const point = new Float64Array(size);
    for (let index = 0; index < size; index += 1) {
      point[index] = Math.min(Math.max(coordinate(index), lower[index] ?? -Infinity), upper[index] ?? Infinity);
    }
    evaluations += 1;
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Infinity : value };
  }

  let best = vertexAt((index) => options.start[index] ?? 0);
  let share = 1;
  while (evaluations < budget) {
    const found = runSimplex(vertexAt, simplexAround(vertexAt, best, options, share), tolerance, () => evaluations < budget);
    const gain = best.value - found.value;
    if (found.value < best.value) best = found;
    if (!(gain > tolerance * (Math.abs(best.value) + tolerance))) break;
    share /= 4;
  }
  return { ...best, evaluations };
}

type MakeVertex = (coordinate: (index: number) => number) => Vertex;

/** A vertex and, per coordinate, one a step away from it: into the box where the step would leave it. */
function simplexAround(vertexAt: MakeVertex, centre: Vertex, options: MinimiseOptions, share: number): Vertex[] {
  const simplex = [centre];
  centre.point.forEach((from, moved) => {
    const low = options.lower[moved] ?? -Infinity;
    const high = options.upper[moved] ?? Infinity;
    const ownStep = Number.isFinite(high - low) ? (high - low) / 10 : Math.max(0.1, Math.abs(from) / 10);
    const step = share * (options.steps?.[moved] ?? ownStep);
    const to = from + step > high ? from - step : from + step;
    simplex.push(vertexAt((index) => (index === moved ? to : (centre.point[index] ?? 0))));
  });
  return simplex;
}

function runSimplex(vertexAt: MakeVertex, simplex: Vertex[], tolerance: number, hasBudget: () => boolean): Vertex {
  const size = simplex.length - 1;
  const centroid = new Float64Array(size);
  // Stable, so that equal values keep their order and every machine takes the same way.
  const sort = () => simplex.sort((one, other) => (one.value === other.value ? 0 : one.value - other.value));
  for (sort(); hasBudget(); sort()) {
    const [best, worst, next] = [simplex[0], simplex[size], simplex[size - 1]];
    if (best === undefined || worst === undefined || next === undefined) break;
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance) && isSmall(simplex, best, tolerance)) break;
    centroid.fill(0);
    for (let row = 0; row < size; row += 1) simplex[row]?.point.forEach((value, index) => (centroid[index]! += value / size)); // as long as a point
    const along = (factor: number) =>
      vertexAt((index) => (centroid[index] ?? 0) + factor * ((worst.point[index] ?? 0) - (centroid[index] ?? 0)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[size] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < next.value) simplex[size] = reflected;
    else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[size] = contracted;
      else shrink(vertexAt, simplex, best);
    }
  }
  return simplex[0] ?? vertexAt(() => 0);
}

/** Two points on either side of a valley have equal values, so the values alone do not end the search. */
function isSmall(simplex: readonly Vertex[], best: Vertex, tolerance: number): boolean {
  const near = Math.sqrt(tolerance);
  return simplex.every(({ point }) =>
    point.every((value, index) => {
      const at = best.point[index] ?? 0;
      return Math.abs(value - at) <= near * (Math.abs(at) + near);
    }),
  );
}

function shrink(vertexAt: MakeVertex, simplex: Vertex[], best: Vertex): void {
  for (let row = 1; row < simplex.length; row += 1) {
    const from = simplex[row]?.point;
    simplex[row] = vertexAt((index) => ((best.point[index] ?? 0) + (from?.[index] ?? 0)) / 2);
  }
}
