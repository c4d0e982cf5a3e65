import { binomialProbability } from './binomial-probability.ts';

/**
 * I_x(a, b) = ∫₀ˣ t^(a-1)·(1-t)^(b-1) dt ÷ B(a, b), for a, b > 0 and 0 ≤ x ≤ 1, y = 1 - x given where x is close to 1.
 * The complement, with full relative accuracy, is regularisedBeta(b, a, y, x). Relative accuracy about 1e-14 for a, b
 * below 1e4, 1e-12 below 1e7; time grows with √(a+b). Does not throw.
 * Source: continued fraction, DLMF 8.17.22, by Lentz's method; edge term by Loader 2000.
 *
 * @example regularisedBeta(2, 3, 0.5) ≈ 0.6875
 */
export function regularisedBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x * (a + b + 2) > a + 1) return 1 - belowMean(b, a, y, x);
  return belowMean(a, b, x, y);
}

/** The fraction converges fast where x is at most about the mean a ÷ (a + b). */
function belowMean(a: number, b: number, x: number, y: number): number {
  const edge = (binomialProbability(a, b, x, y) * b) / (a + b);
  if (edge === 0) return 0;
  const total = a + b;
  let c = 1;
  let d = 1 / (1 - (total * x) / (a + 1));
  let value = d;
  for (let n = 1; n < 100_000; n += 1) {
    const even = (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + n) * (total + n) * x) / ((a + 2 * n) * (a + 2 * n + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return edge * value;
}
