import type { ShareClaims } from './share-claims.ts';

/**
 * Makes ideal shares whole (SHR-2): a claim gets whole steps or exactly what it wants; the steps that rounding down
 * leaves go to the largest remainders, at a tie to the claim with less so far, then to the earlier one of `order`.
 * Writes grains to `shares` and returns what is left of `total`: less than a step, or nothing is wanted any more. Grains
 * throughout, `total` at most the sum of what is wanted. O(claims · log claims), does not throw.
 *
 * @example ideal 1666.7, 1666.7 and 666.7 of 4000 in steps of 1000 become 2000, 1000 and 1000
 */
export function roundShares(
  claims: ShareClaims,
  order: readonly number[],
  idealOf: (claim: number) => number,
  total: number,
  step: number,
  shares: Float64Array,
): number {
  let left = total;
  const remainders = order.map((claim) => {
    const wanted = claims.wanted[claim] ?? 0;
    const ideal = idealOf(claim);
    const share = ideal >= wanted ? wanted : ideal - (ideal % step);
    shares[claim] = share;
    left -= share;
    const remainder = ideal - share;
    // Equal remainders differ in their last bits; 1024 is exact to divide by and far finer than a grain.
    return { claim, share, remainder, rank: Math.round(remainder * 1024) };
  });
  // The sort is stable, so that the order of the claims decides what is left of a tie.
  remainders.sort((a, b) => b.rank - a.rank || a.share - b.share);
  for (const { claim, remainder } of remainders) {
    if (left <= 0) break;
    if (remainder <= 0) continue;
    const share = shares[claim] ?? 0;
    const part = Math.min(step, (claims.wanted[claim] ?? 0) - share);
    if (part > left) continue;
    shares[claim] = share + part;
    left -= part;
  }
  // Doubles: the ideal shares may add up to a little less or more than the total, by many grains where quantities are huge.
  for (const { claim } of remainders) {
    if (left < step) break;
    const share = shares[claim] ?? 0;
    const part = Math.min((claims.wanted[claim] ?? 0) - share, left - (left % step));
    shares[claim] = share + part;
    left -= part;
  }
  for (let index = remainders.length - 1; left < 0 && index >= 0; index -= 1) {
    const claim = remainders[index]?.claim ?? 0;
    const share = shares[claim] ?? 0;
    const kept = Math.max(0, share + left);
    shares[claim] = kept - (kept % step);
    left += share - (kept - (kept % step));
  }
  return left;
}
