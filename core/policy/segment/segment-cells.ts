import { invariant } from '#core/base/invariant.ts';

/** One way to class the items: ABC, XYZ, demand class, … */
export interface SegmentDimension {
  /** Per item, from 0; an item with a class at or beyond `classCount` is in no cell. */
  readonly classes: ArrayLike<number>;
  readonly classCount: number;
}

/** What falls into each combination of classes; the last dimension changes fastest. */
export interface SegmentCells {
  readonly counts: Uint32Array;
  readonly values: Float64Array;
}

/**
 * Counts items and adds up their values per combination of classes: a matrix for two dimensions, its row of a class in
 * the first, and so on for more. The cell of classes (a, b) is a × classCount of b + b. Values that are not numbers count
 * as 0. O(items × dimensions). Dimensions of different length are a bug of the caller.
 *
 * @example const abc = { classes: [0, 1, 1], classCount: 2 };
 *   segmentCells([abc, abc], [5, 2, 3]) is { counts: [1, 0, 0, 2], values: [5, 0, 0, 5] }
 */
export function segmentCells(dimensions: readonly SegmentDimension[], values: ArrayLike<number>): SegmentCells {
  const cellCount = dimensions.reduce((product, { classCount }) => product * classCount, 1);
  for (const { classes } of dimensions) invariant(classes.length === values.length, 'every dimension classes every item');
  const counts = new Uint32Array(cellCount);
  const sums = new Float64Array(cellCount);
  for (let item = 0; item < values.length; item += 1) {
    let cell = 0;
    for (const { classes, classCount } of dimensions) {
      const found = classes[item]!; // inside the loop's bound
      cell = found < classCount ? cell * classCount + found : NaN;
    }
    if (Number.isNaN(cell)) continue;
    counts[cell]! += 1; // every factor is inside its class count
    sums[cell]! += values[item]! || 0; // as above
  }
  return { counts, values: sums };
}
