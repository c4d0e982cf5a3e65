import { invariant } from '#core/base/invariant.ts';
import { quantileSlack, type CountDistribution } from './distribution.ts';

/** A law over 0, 1, 2, … with P(n+1) ÷ P(n) = (slope·n + intercept) ÷ (n + 1): Poisson and negative binomial. */
export interface CountFamily {
  readonly mean: number;
  readonly variance: number;
  readonly slope: number;
  readonly intercept: number;
  /** P(X = n) for a whole n ≥ 0. */
  probability(n: number): number;
  /** P(X ≤ n) and P(X > n) for a whole n ≥ 0, each with its own digits. */
  lower(n: number): number;
  upper(n: number): number;
  /** About where the quantile lies; better guesses make it faster, not different. */
  guess(q: number): number;
}

/** Within so many values of its first guess a quantile is found by adding up single probabilities. */
const shortWalk = 256;

/**
 * Distribution functions from a recurrence of probabilities. The losses follow from it in closed form: the sum of
 * k·P(k) above n is mean·P(X > n) + (slope·n + intercept) ÷ (1 - slope) · P(n). Throws for a probability outside 0 to 1.
 * Source: Panjer 1981, ASTIN Bulletin 12, for the family.
 *
 * @example countDistribution({ mean: 1, variance: 2, slope: 0.5, intercept: 0.5, probability: (n) => 0.5 ** (n + 1), lower: (n)
 *   => 1 - 0.5 ** (n + 1), upper: (n) => 0.5 ** (n + 1), guess: () => 1 }).loss(1) === 0.5 (the geometric distribution)
 */
export function countDistribution(family: CountFamily): CountDistribution {
  const { mean, variance, slope, intercept } = family;
  const edge = (n: number) => ((slope * n + intercept) / (1 - slope)) * family.probability(n);
  return {
    mean,
    variance,
    probability: (n) => (n >= 0 && Number.isInteger(n) ? family.probability(n) : 0),
    cumulative(x) {
      if (!(x >= 0)) return 0;
      return x === Infinity ? 1 : family.lower(Math.floor(x));
    },
    quantile: (q) => quantileOf(family, q),
    loss(x) {
      if (!(x >= 0)) return mean - x;
      const n = Math.floor(x);
      return Math.max(0, (mean - x) * family.upper(n) + edge(n));
    },
    complementaryLoss(x) {
      if (!(x >= 0)) return 0;
      const n = Math.floor(x);
      return Math.max(0, (x - mean) * family.lower(n) + edge(n));
    },
  };
}

/** Newton's method on whole numbers inside a bracket until the rest is a short walk. */
function quantileOf(family: CountFamily, q: number): number {
  invariant(q >= 0 && q <= 1, 'a quantile needs a probability from 0 to 1');
  if (q === 0 || q === 1) return q === 0 ? 0 : Infinity;
  const wanted = q - quantileSlack;
  if (family.mean + 4 * Math.sqrt(family.variance) < shortWalk) {
    const none = family.probability(0);
    const found = walk(family, 0, none, none, wanted);
    if (found >= 0) return found;
  }
  let tooLow = -1;
  let enough = Infinity;
  let n = Math.max(0, Math.round(family.guess(q)));
  for (;;) {
    const sum = family.lower(n);
    const probability = family.probability(n);
    const jump = Math.trunc((wanted - sum) / probability);
    if (Math.abs(jump) < shortWalk && probability > 0) {
      const found = walk(family, n, sum, probability, wanted);
      if (found >= 0) return found;
    }
    if (sum >= wanted) enough = Math.min(enough, n);
    else tooLow = Math.max(tooLow, n);
    if (enough - tooLow === 1) return enough;
    // A walk that did not arrive is followed by a leap, as the probabilities about n say little about what is far away.
    const leap = sum < wanted ? 8 * shortWalk : -8 * shortWalk;
    const next = n + (Math.abs(jump) < shortWalk ? leap : jump);
    if (next > tooLow && next < enough) n = next;
    else n = enough === Infinity ? 2 * n + shortWalk : Math.floor((tooLow + enough) / 2);
  }
}

/** The quantile by single steps from n, where P(X ≤ n) is `sum`; -1 where it is further than some short walks away. */
function walk({ slope, intercept }: CountFamily, from: number, sum: number, probability: number, wanted: number): number {
  let n = from;
  if (sum < wanted) {
    for (const end = from + 4 * shortWalk; n < end; n += 1) {
      probability *= (slope * n + intercept) / (n + 1);
      sum += probability;
      if (sum >= wanted) return n + 1;
    }
    return -1;
  }
  for (const end = from - 4 * shortWalk; n >= end; n -= 1) {
    sum -= probability;
    if (n === 0 || sum < wanted) return n;
    probability *= n / (slope * (n - 1) + intercept);
  }
  return -1;
}
