import type { ShareClaims } from './share-claims.ts';

/**
 * The days of cover up to which `available` grains lift all claims of `order` together (SHR-4): on-hand plus share,
 * divided by daily demand, is the same for everyone who gets a part of what it wants. Infinity when there is enough
 * for all. O(claims · log claims), does not throw.
 *
 * @example 200 for three sites with 10, 400 and 30 on hand that use 20, 20 and 10 a day is 8 days
 */
export function equalCoverDays(claims: ShareClaims, order: readonly number[], available: number): number {
  // A claim takes its daily demand from the day on which its own stock is used up until it has what it wants.
  const steps: { readonly day: number; readonly rate: number }[] = [];
  for (const claim of order) {
    const rate = coverRate(claims, claim);
    const wanted = claims.wanted[claim] ?? 0;
    if (wanted <= 0) continue;
    const onHand = claims.onHand[claim] ?? 0;
    steps.push({ day: onHand / rate, rate }, { day: (onHand + wanted) / rate, rate: -rate });
  }
  steps.sort((a, b) => a.day - b.day || b.rate - a.rate);
  let left = available;
  let rate = 0;
  let day = steps[0]?.day ?? Infinity;
  for (const step of steps) {
    const taken = rate * (step.day - day);
    if (rate > 0 && taken > left) return day + left / rate;
    left -= taken;
    day = step.day;
    rate += step.rate;
  }
  return Infinity;
}

/** What a claim receives up to that many days of cover, in grains, not yet whole. Does not throw. */
export function shareAtCover(claims: ShareClaims, claim: number, days: number): number {
  const wanted = claims.wanted[claim] ?? 0;
  if (days === Infinity) return wanted;
  return Math.min(wanted, Math.max(0, days * coverRate(claims, claim) - (claims.onHand[claim] ?? 0)));
}

/** Without a daily demand the claim is an order that stands for itself: it counts as the demand of one day (SHR-5). */
function coverRate(claims: ShareClaims, claim: number): number {
  const daily = claims.dailyDemand[claim] ?? 0;
  return daily > 0 ? daily : Math.max(1, claims.wanted[claim] ?? 0);
}
