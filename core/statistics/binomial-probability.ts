import { stirlingError } from './log-gamma.ts';
import { deviance } from './poisson-probability.ts';

const twoPi = 6.283185307179586;

/**
 * Γ(a+b+1) ÷ (Γ(a+1)·Γ(b+1)) · x^a · y^b with y = 1 - x: the binomial probability of a out of a + b, for real a, b at or
 * above 0 also the edge term of the incomplete beta function. x and y are both given, as the smaller one carries digits
 * the other cannot. Does not throw. Source: Loader 2000.
 *
 * @example binomialProbability(2, 3, 0.5, 0.5) ≈ 0.3125
 */
export function binomialProbability(a: number, b: number, x: number, y: number): number {
  if (a < 0 || b < 0) return 0;
  if (a === 0) return powerNear(y, x, b);
  if (b === 0) return powerNear(x, y, a);
  if (x <= 0 || y <= 0) return 0;
  const total = a + b;
  const error = stirlingError(total) - stirlingError(a) - stirlingError(b);
  return Math.exp(error - deviance(a, total * x) - deviance(b, total * y)) * Math.sqrt(total / (twoPi * a * b));
}

/** base^exponent, where 1 - base is known better than base when it is small. */
function powerNear(base: number, complement: number, exponent: number): number {
  return Math.exp(exponent * (complement < 0.5 ? Math.log1p(-complement) : Math.log(base)));
}
