import { polynomial } from './polynomial.ts';

const halfLogOfTwoPi = 0.9189385332046728;
const stirlingSeries = [(-1 / 360360) * 691, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12] as const;

/**
 * ln Γ(x) for x > 0, relative accuracy about 1e-15 away from its zeros at 1 and 2. Does not throw.
 * Source: Stirling's series with its correction.
 *
 * @example logGamma(10) ≈ 12.801827480081469 (9! = 362880)
 */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + halfLogOfTwoPi + stirlingError(x);
}

/**
 * How far ln Γ(x + 1) lies above Stirling's ½·ln(2πx) + x·ln x - x, for x > 0. Small, so that differences of large
 * logarithms need not be taken. Does not throw. Source: Loader 2000, Fast and accurate computation of binomial
 * probabilities; below 15 carried up by its recurrence.
 *
 * @example stirlingError(1) ≈ 0.08106146679532726
 */
export function stirlingError(x: number): number {
  let carried = 0;
  let from = x;
  for (; from < 15; from += 1) carried += (from + 0.5) * Math.log1p(1 / from) - 1;
  return carried + polynomial(stirlingSeries, 1 / (from * from)) / from;
}
