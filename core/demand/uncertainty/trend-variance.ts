/**
 * The variance of the sum of `protection` forecasts of exponential smoothing with constant `alpha` and one-step variance
 * `meanSquare`: σ²·Σ(1 + α·(H − j))² over j = 1…H, since an error stays in the level of all later periods (rule DEM-74).
 * O(protection), does not throw. Source: Hyndman, Koehler, Ord and Snyder 2008, section 6.
 *
 * @example trendVariance(4, 0.5, 2) === 13
 */
export function trendVariance(meanSquare: number, alpha: number, protection: number): number {
  let sum = 0;
  for (let later = 0; later < protection; later += 1) sum += (1 + alpha * later) ** 2;
  return meanSquare * sum;
}
