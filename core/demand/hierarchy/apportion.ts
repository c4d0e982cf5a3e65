/**
 * Splits a whole number by weights into whole numbers that add up to it (rule DEM-101): each gets its share rounded down, and what is left goes one
 * by one to the largest remainders, the first of equal ones first. Weights below 0 count as 0; without any weight the shares are
 * equal. A number below 0 is split as its opposite. O(n log n), does not throw; without weights the result is empty.
 * Source: the method of largest remainders, Balinski and Young 1982, Fair Representation, chapter 3.
 *
 * @example apportion(10, [1, 1, 1]) is [4, 3, 3]
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  const size = Math.abs(total);
  const clipped = Float64Array.from(weights, (weight) => Math.max(0, weight) || 0);
  const sum = clipped.reduce((all, weight) => all + weight, 0);
  const quotas = clipped.map((weight) => (sum > 0 ? size * (weight / sum) : size / clipped.length));
  const parts = quotas.map(Math.floor);
  const left = size - parts.reduce((all, part) => all + part, 0);
  const remainder = (at: number): number => (quotas[at] ?? 0) - (parts[at] ?? 0);
  // Where there are weights, what has none gets nothing.
  const order = [...parts.keys()].filter((at) => !(sum > 0) || (clipped[at] ?? 0) > 0);
  order.sort((a, b) => remainder(b) - remainder(a) || a - b);
  // Of totals near the end of whole doubles the quotas are rounded, so that too much may have been given: the last give it back.
  const sign = Math.sign(left);
  if (sign < 0) order.reverse();
  for (let given = 0; given < Math.abs(left) && order.length > 0; given += 1) {
    const at = order[given % order.length] ?? 0;
    parts[at] = (parts[at] ?? 0) + sign;
  }
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}
