/**
 * XYZ classes by coefficient of variation: 0 for X up to and including the first cut, 1 for Y up to the second, …, the
 * last class beyond them and for what is not a number. `cuts` rise, one less than there are classes. O(n), does not throw.
 *
 * @example variationClasses([0.03, 0.5, 0.6, 2.3], [0.5, 1]) is [0, 0, 1, 2]
 */
export function variationClasses(variations: ArrayLike<number>, cuts: readonly number[]): Uint8Array {
  return Uint8Array.from(variations, (variation) => {
    const found = cuts.findIndex((cut) => variation <= cut);
    return found < 0 ? cuts.length : found;
  });
}
