import { findRoot } from './find-root.ts';
import { regularisedBeta } from './incomplete-beta.ts';

/**
 * The t above and below which Student's distribution with the given degrees of freedom (1 or more) has `outside` of its
 * probability, 0 < outside < 1: half the width of an interval in standard errors. Does not throw.
 * Source: Abramowitz and Stegun, 26.7.1: P(|T| > t) = I_x(ν/2, ½) with x = ν / (ν + t²).
 *
 * @example studentQuantile(0.05, 9) ≈ 2.2621571628
 */
export function studentQuantile(outside: number, degrees: number): number {
  // With one degree of freedom, the widest case, t is the tangent of a right angle less what lies outside.
  const widest = Math.tan((Math.PI / 2) * (1 - outside));
  return findRoot((t) => regularisedBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) - outside, 0, widest + 1);
}
