/**
 * The least whole number from `least` on that is enough, where everything above an enough number is enough too; asks a
 * number of times that grows with the logarithm of its distance from `guess`. Where nothing is enough up to 2⁵³,
 * Infinity. Throws only what the question throws.
 * Source: Bentley and Yao 1976, Information Processing Letters 5 (unbounded search).
 *
 * @example leastWhole((n) => n * n >= 50, 0, 3) === 8
 */
export function leastWhole(isEnough: (n: number) => boolean, least: number, guess: number): number {
  let low = least - 1;
  let high = Math.max(least, Math.round(guess));
  for (let step = 1; !isEnough(high); step *= 2) {
    low = high;
    high += step;
    if (high > Number.MAX_SAFE_INTEGER) return Infinity;
  }
  for (let step = 1; high - low > 1; step *= 2) {
    const next = Math.max(low + 1, high - step);
    if (!isEnough(next)) {
      low = next;
      break;
    }
    high = next;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
