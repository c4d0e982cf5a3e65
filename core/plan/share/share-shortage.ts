import { assertNever } from '#core/base/assert-never.ts';
import { equalCoverDays, shareAtCover } from './equal-cover-days.ts';
import { roundShares } from './round-shares.ts';
import type { ShareClaims, ShareRule } from './share-claims.ts';

/**
 * Shares `available` grains among claims (SHR-1 to SHR-6); the result is one share per claim, in grains. Where there is
 * enough, everyone gets what it wants; otherwise whole multiples of `step` grains by the rule. Nobody gets more than it
 * wants, and less than a step is left while anybody wants more. The same claims in another order get the same shares;
 * only among claims that are alike in everything the earlier one is served first. O(claims · log claims), does not throw.
 *
 * @example 200 pieces by equal_cover for 10, 400 and 30 on hand that use 20, 20 and 10 a day: 150, 0 and 50
 */
export function shareShortage(available: number, claims: ShareClaims, rule: ShareRule, step: number): Float64Array {
  const { wanted } = claims;
  const shares = new Float64Array(wanted.length);
  const order = canonicalOrder(claims);
  const sum = sumOf(claims, order);
  if (available >= sum) {
    for (const claim of order) shares[claim] = wanted[claim] ?? 0;
    return shares;
  }
  if (available <= 0) return shares;
  switch (rule) {
    case 'priority':
      shareByPriority(available, claims, order, step, shares);
      break;
    case 'proportional':
      shareInProportion(available, claims, order, step, shares);
      break;
    case 'equal_cover': {
      const days = equalCoverDays(claims, order, available);
      roundShares(claims, order, (claim) => shareAtCover(claims, claim, days), available, step, shares);
      break;
    }
    default:
      assertNever(rule);
  }
  return shares;
}

/** Level after level; the first that does not get everything is the last that gets anything. */
function shareByPriority(
  available: number,
  claims: ShareClaims,
  order: readonly number[],
  step: number,
  shares: Float64Array,
): void {
  let left = available;
  let first = 0;
  while (first < order.length) {
    const priority = claims.priority[order[first] ?? 0] ?? 0;
    let end = first + 1;
    while (end < order.length && claims.priority[order[end] ?? 0] === priority) end += 1;
    const level = order.slice(first, end);
    const sum = sumOf(claims, level);
    if (sum > left) {
      shareInProportion(left, claims, level, step, shares);
      return;
    }
    for (const claim of level) shares[claim] = claims.wanted[claim] ?? 0;
    left -= sum;
    first = end;
  }
}

function shareInProportion(
  available: number,
  claims: ShareClaims,
  order: readonly number[],
  step: number,
  shares: Float64Array,
): void {
  const sum = sumOf(claims, order);
  roundShares(claims, order, (claim) => (available * (claims.wanted[claim] ?? 0)) / sum, available, step, shares);
}

function sumOf(claims: ShareClaims, order: readonly number[]): number {
  return order.reduce((sum, claim) => sum + (claims.wanted[claim] ?? 0), 0);
}

/** Claims by what they are, not by where they stand: sums of doubles and ties then do not depend on the input's order. */
function canonicalOrder({ wanted, onHand, dailyDemand, priority }: ShareClaims): number[] {
  const at = (column: ArrayLike<number>, claim: number) => column[claim] ?? 0;
  return Array.from({ length: wanted.length }, (_, claim) => claim).sort(
    (a, b) =>
      at(priority, a) - at(priority, b) ||
      at(wanted, b) - at(wanted, a) ||
      at(onHand, a) - at(onHand, b) ||
      at(dailyDemand, b) - at(dailyDemand, a) ||
      a - b,
  );
}
