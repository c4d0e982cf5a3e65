import { stirlingError } from './log-gamma.ts';

const twoPi = 6.283185307179586;

/**
 * mean^x·e^(-mean) ÷ Γ(x + 1): the Poisson probability of x, for a real x at or above 0 also the edge term of the
 * incomplete gamma function. No large logarithms are subtracted, so means of a million keep their digits. 0 outside.
 * Does not throw. Source: Loader 2000.
 *
 * @example poissonProbability(3, 2) ≈ 0.18044704431548356
 */
export function poissonProbability(x: number, mean: number): number {
  if (x < 0) return 0;
  if (x === 0) return Math.exp(-mean);
  if (!(mean > 0) || x === Infinity) return 0;
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(twoPi * x);
}

/**
 * x·ln(x ÷ mean) + mean - x for x, mean > 0: half the deviance of a count, accurate also where both are close.
 * Does not throw. Source: Loader 2000.
 *
 * @example deviance(2, 1) ≈ 0.3862943611198906
 */
export function deviance(x: number, mean: number): number {
  const distance = x - mean;
  if (Math.abs(distance) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - distance;
  const ratio = distance / (x + mean);
  const square = ratio * ratio;
  let power = 2 * x * ratio;
  let sum = distance * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
