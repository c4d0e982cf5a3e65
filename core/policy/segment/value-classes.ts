/** Items by how much of the total value the dearer ones make up. */
export interface ValueClasses {
  /** Per item: 0 for A, 1 for B, … */
  readonly classes: Uint8Array;
  /** Per item: share of the total value up to and including it, the dearest first; 0 to 1. */
  readonly cumulativeShares: Float64Array;
}

/** Sums of values miss a round share by some last digits. */
const shareSlack = 1e-12;

/**
 * ABC classes by value, a year's usage at cost as a rule: from the dearest item on, an item is of the first class whose
 * cut lies above the share of the total that came before it; so the item that crosses a cut belongs to the class it
 * crosses. `cuts` rise within 0 to 1, one less than there are classes. Equal values keep their order; values that are not
 * above 0 are of the last class. O(n log n), does not throw. Source: Silver, Pyke and Thomas, 4th ed., chapter 2.
 *
 * @example valueClasses([70, 20, 10], [0.8, 0.95]).classes is [0, 0, 1]
 */
export function valueClasses(values: ArrayLike<number>, cuts: readonly number[]): ValueClasses {
  const known = Float64Array.from(values, (value) => (value > 0 ? value : 0));
  const order = Uint32Array.from(known, (_, item) => item).sort(
    (left, right) => known[right]! - known[left]! || left - right, // one entry per item
  );
  const total = order.reduce((sum, item) => sum + known[item]!, 0); // one entry per item
  const classes = new Uint8Array(known.length).fill(cuts.length);
  const cumulativeShares = new Float64Array(known.length).fill(total > 0 ? 1 : 0);
  let before = 0;
  for (const item of order) {
    const value = known[item]!; // one entry per item
    if (value === 0) break;
    const share = before / total;
    before += value;
    const found = cuts.findIndex((cut) => share < cut - shareSlack);
    classes[item] = found < 0 ? cuts.length : found;
    cumulativeShares[item] = before / total;
  }
  return { classes, cumulativeShares };
}
