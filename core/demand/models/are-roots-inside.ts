/**
 * Whether all roots of a polynomial lie inside the unit circle, by the recursion of Schur and Cohn; one on the circle
 * counts as inside where it leaves nothing to divide by. `coefficients`: highest power first, the first one 1; they are
 * overwritten. O(degree²), does not throw.
 * Source: Jury 1964, Theory and Application of the z-Transform Method; the recursion is that of Durbin and Levinson backwards.
 *
 * @example areRootsInside(Float64Array.of(1, -0.5)) === true
 * @example areRootsInside(Float64Array.of(1, -2)) === false
 */
export function areRootsInside(coefficients: Float64Array): boolean {
  for (let degree = coefficients.length - 1; degree > 0; degree -= 1) {
    const reflection = coefficients[degree] ?? 0;
    const scale = 1 - reflection * reflection;
    if (scale < 0) return false;
    if (scale === 0) return true;
    for (let low = 0, high = degree; low <= high; low += 1, high -= 1) {
      const before = coefficients[low] ?? 0;
      const after = coefficients[high] ?? 0;
      coefficients[low] = (before - reflection * after) / scale;
      coefficients[high] = (after - reflection * before) / scale;
    }
  }
  return true;
}
