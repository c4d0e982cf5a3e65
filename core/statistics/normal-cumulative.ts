import { complementaryErrorFunction, expOfMinusSquare, scaledComplementaryErrorFunction } from './error-function.ts';

const rootOfHalf = Math.SQRT1_2;
const inverseRootOfTwoPi = 0.3989422804014327;

/**
 * The standard normal density φ(k) = e^(-k²/2) ÷ √(2π). Does not throw.
 * Source: Abramowitz and Stegun, 26.2.1.
 *
 * @example normalDensity(0) ≈ 0.3989422804014327
 */
export function normalDensity(k: number): number {
  return inverseRootOfTwoPi * Math.exp(-0.5 * k * k);
}

/**
 * The standard normal distribution function Φ(k) = P(Z ≤ k), with full relative accuracy in both tails. Does not throw.
 * Source: Cody 1969, through the complementary error function.
 *
 * @example normalCumulative(1.6448536269514722) ≈ 0.95
 */
export function normalCumulative(k: number): number {
  return normalExceedance(-k);
}

/**
 * P(Z > k) of the standard normal, with full relative accuracy in both tails. Does not throw. Source: as for `normalCumulative`.
 *
 * @example normalExceedance(6) ≈ 9.865876450376946e-10
 */
export function normalExceedance(k: number): number {
  const x = k * rootOfHalf;
  if (x <= 0.46875) return 0.5 * complementaryErrorFunction(x);
  // k ÷ √2 is rounded, and its square would carry that far into the tail; k itself is exact.
  return 0.5 * expOfMinusSquare(k, 0.5) * scaledComplementaryErrorFunction(x);
}
