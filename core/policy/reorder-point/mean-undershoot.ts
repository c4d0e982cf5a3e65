/**
 * How far the position lies below the reorder point on average when it is first seen there, because demand comes in
 * lumps or is looked at once a period: E[X²] ÷ (2·E[X]) for the demand X of a lump or period, and half a unit less where
 * X is whole, as the position can then meet the reorder point. Covered on top of the lead-time demand, it is what a
 * continuous formula forgets. 0 without demand. Does not throw. Exact in the long run, for order quantities well above X.
 * Source: Silver, Pyke and Thomas, 4th ed., section 6; Cox, Renewal Theory, 1962, for the limit.
 *
 * @example meanUndershoot({ mean: 10, variance: 0 }, 'real') === 5
 */
export function meanUndershoot(demand: { readonly mean: number; readonly variance: number }, support: 'real' | 'whole'): number {
  const { mean, variance } = demand;
  if (!(mean > 0)) return 0;
  const undershoot = (variance + mean * mean) / (2 * mean);
  return support === 'whole' ? Math.max(0, undershoot - 0.5) : undershoot;
}
