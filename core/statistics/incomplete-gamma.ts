import { complementaryErrorFunction } from './error-function.ts';
import { deviance, poissonProbability } from './poisson-probability.ts';

/** The power series of (η ÷ μ - 1) ÷ η for η²/2 = μ - ln(1 + μ). */
const temme = [
  -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194,
  -0.0001787551440329218, 0.00003919263178522438, -0.0000021854485106799924, -0.00000185406221071516, 8.296711340953087e-7,
  -1.7665952736826078e-7, 6.707853543401498e-9, 1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10,
  -2.551419399494625e-11, -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13,
  3.3717632624009856e-13, -1.392388722418162e-13, 2.8534893807047445e-14, -5.139111834242572e-16, -1.9752288294349442e-15,
] as const;

/**
 * P(a, x) = ∫₀ˣ t^(a-1)·e^(-t) dt ÷ Γ(a), a > 0, x ≥ 0: the distribution function of a gamma variable with shape a and
 * scale 1. Relative accuracy about 1e-14. Does not throw. Source: Gil, Segura and Temme 2012, Efficient and accurate
 * algorithms for the computation and inversion of the incomplete gamma function ratios; series, continued fraction
 * (Lentz), and for large a near x Temme's uniform expansion, so that the time does not grow with a.
 *
 * @example lowerGamma(2, 3) ≈ 0.8008517265285442
 */
export function lowerGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (isUniform(a, x)) return uniform(a, x, -1);
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/**
 * Q(a, x) = 1 - P(a, x), with full relative accuracy also where it is tiny. Does not throw. Source: as for `lowerGamma`.
 *
 * @example upperGamma(2, 3) ≈ 0.19914827347145578
 */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (isUniform(a, x)) return uniform(a, x, 1);
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function isUniform(a: number, x: number): boolean {
  return a > 25 && Math.abs(x - a) < 0.4 * a;
}

/** Σ xⁿ ÷ ((a+1)…(a+n)), times the edge term. */
function series(a: number, x: number): number {
  const edge = poissonProbability(a, x);
  if (edge === 0) return 0;
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return edge * sum;
}

function fraction(a: number, x: number): number {
  const edge = a * poissonProbability(a, x);
  if (edge === 0) return 0;
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n += 1) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return edge * value;
}

/** Q for side 1, P for side -1: the normal tail of the same deviance, and a correction of the size of the edge term. */
function uniform(a: number, x: number, side: 1 | -1): number {
  const half = deviance(a, x);
  const eta = Math.sign(x - a) * Math.sqrt((2 * half) / a);
  let later = 0;
  let next = 0;
  let sum = 0;
  for (let n = temme.length - 1; n >= 0; n -= 1) {
    const here = (temme[n] ?? 0) + ((n + 2) / a) * later;
    later = next;
    next = here;
    sum = sum * eta + here;
  }
  const tail = 0.5 * complementaryErrorFunction(side * Math.sign(x - a) * Math.sqrt(half));
  return tail + side * poissonProbability(a, x) * sum;
}
